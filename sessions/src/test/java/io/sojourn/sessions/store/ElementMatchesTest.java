package io.sojourn.sessions.store;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElementMatchesTest {
    private static final Element PAY = Element.newBuilder()
            .setTag("button")
            .setRole("button")
            .setLabel("Pay now")
            .setLandmark("main>form>div>button")
            .setClassPath("form.checkout>div.row>button.primary")
            .setNthPath("html>body>main>form>div:nth-of-type(3)>button")
            .build();
    private static final Element PAY_AFTER_RELEASE = PAY.toBuilder()
            .setClassPath("form.checkout>div.row>button.css-1x2y3z")
            .setNthPath("html>body>main>form>div:nth-of-type(4)>button")
            .build();

    @TempDir
    Path folder;

    private List<String> elementsAfter(Element before, Element after, Duration between) {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(aVisit(1).on("/checkout").clicks(before, 9, 9));
            house.follows(aVisit(2)
                    .startingAt(NOON + between.toMillis())
                    .on("/checkout")
                    .clicks(after, 9, 9));
            house.tidiesAfter(Duration.ofDays(1));
            return FactsDump.of(house.module().facts(), "(SELECT DISTINCT identity, matched_by FROM element)")
                    .firstEntry()
                    .getValue();
        }
    }

    @Test
    void anElementWhoseClassesWereRenamedByAReleaseIsTheSame() { // G23
        List<String> elements = elementsAfter(PAY, PAY_AFTER_RELEASE, Duration.ofHours(5));

        assertThat(elements.stream().map(row -> row.split(",")[0]).distinct()).hasSize(1);
        assertThat(elements).anyMatch(row -> row.contains("role and name, landmark"));
    }

    @Test
    void whatIsLittleAlikeIsAnotherElement() {
        Element help = PAY.toBuilder()
                .setLabel("Help")
                .setLandmark("aside>button")
                .setClassPath("aside>button.help")
                .build();
        assertThat(elementsAfter(PAY, help, Duration.ofHours(5))).hasSize(2).noneMatch(row -> row.contains("name"));
    }

    @Test
    void twoThatArePressedSideBySideAreTwoHoweverAlike() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(aVisit(1)
                    .on("/checkout")
                    .clicks(PAY, 9, 9)
                    .after(Duration.ofSeconds(1))
                    .clicks(PAY_AFTER_RELEASE, 9, 9)
                    .after(Duration.ofSeconds(1))
                    .clicks(PAY, 9, 9));
            house.tidiesAfter(Duration.ofDays(1));
            assertThat(FactsDump.of(house.module().facts(), "(SELECT DISTINCT identity FROM element)")
                            .firstEntry()
                            .getValue())
                    .hasSize(2);
        }
    }

    @Test
    void likenessWeighsOnlyWhatBothHave() {
        Element one = Element.newBuilder().setId("pay").setLabel("Pay").build();
        Element other = Element.newBuilder().setId("pay").setLandmark("main").build();

        assertThat(ElementLikeness.of(one, other).score()).isEqualTo(1);
        assertThat(ElementLikeness.of(one, Element.getDefaultInstance()).score())
                .isZero();
    }
}
