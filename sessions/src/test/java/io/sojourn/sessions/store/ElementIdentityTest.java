package io.sojourn.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Element;
import org.junit.jupiter.api.Test;

class ElementIdentityTest {
    private static final Element CART = Element.newBuilder()
            .setTag("button")
            .setLabel("Cart (3)")
            .setClassPath("header>button.cart")
            .setNthPath("html>body>header>button:nth-of-type(2)")
            .build();

    @Test
    void aCounterInALabelDoesNotMakeAnotherElement() {
        assertThat(key(CART))
                .isEqualTo(key(CART.toBuilder().setLabel("Cart (12)").build()));
        assertThat(key(CART)).isNotEqualTo(key(CART.toBuilder().setLabel("Help").build()));
    }

    @Test
    void aForgedDescriptionOfMegabytesIsClipped() {
        Element forged = CART.toBuilder()
                .setLabel("x".repeat(1 << 20))
                .setNthPath("y".repeat(1 << 20))
                .build();

        assertThat(ElementIdentity.of(forged).fingerprint().getSerializedSize()).isLessThan(3_000);
    }

    @Test
    void anIdIsStrongerThanPlaceAndLabel() {
        Element buy = CART.toBuilder().setId("buy").build();
        assertThat(key(buy))
                .isEqualTo(key(buy.toBuilder()
                        .setLabel("Kaufen")
                        .setNthPath("main>button")
                        .build()));
    }

    @Test
    void aTestIdRepeatedInAListNamesEachOfItsItems() {
        Element first = CART.toBuilder().setTestId("data-testid=add").build();
        assertThat(key(first))
                .isNotEqualTo(key(
                        first.toBuilder().setNthPath("li:nth-of-type(2)>button").build()));
    }

    @Test
    void whetherItWasDisabledDoesNotMatter() {
        assertThat(ElementIdentity.of(CART))
                .isEqualTo(ElementIdentity.of(CART.toBuilder().setDisabled(true).build()));
    }

    @Test
    void theSelectorIsTheShortestThatIsLikelyToHold() {
        assertThat(selector(CART.toBuilder().setId("buy").build())).isEqualTo("#buy");
        assertThat(selector(CART.toBuilder().setTestId("data-testid=add").build()))
                .isEqualTo("[data-testid=\"add\"]");
        assertThat(selector(CART)).isEqualTo("header>button.cart");
    }

    @Test
    void aFingerprintIsWrittenInCamelCaseWithoutWhatIsAbsent() {
        Element element = Element.newBuilder()
                .setTag("a")
                .setTestId("x=y")
                .setInteractive(true)
                .build();
        assertThat(new Fingerprints().toJson(element))
                .isEqualTo("{\"tag\":\"a\",\"testId\":\"x=y\",\"interactive\":true}");
    }

    private static String key(Element element) {
        return ElementIdentity.of(element).key();
    }

    private static String selector(Element element) {
        return ElementIdentity.of(element).selector();
    }
}
