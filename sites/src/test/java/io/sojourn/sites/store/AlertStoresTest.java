package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertStoresTest {
    @TempDir
    Path folder;

    private Database database;
    private SqlAlertChannels channels;
    private SqlDeliveries deliveries;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        channels = new SqlAlertChannels(database, () -> Instant.ofEpochMilli(7));
        deliveries = new SqlDeliveries(database, () -> Instant.ofEpochMilli(7));
        site = new SqlSites(database, () -> Instant.ofEpochMilli(7))
                .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHookGetsASecretAndMailNone() {
        AlertChannel hook = channels.add(site, Kind.HOOK, " https://example.com/hook ", Pace.ONCE);
        assertThat(hook.target()).isEqualTo("https://example.com/hook");
        assertThat(hook.secret()).hasSize(64);
        assertThat(channels.add(site, Kind.MAIL, "ann@shop.example", Pace.DAILY).secret())
                .isEmpty();
        assertThat(channels.of(site)).hasSize(2).contains(hook);
    }

    @Test
    void whatIsNoAddressIsRefusedWithASentence() {
        for (String target : List.of("ftp://example.com/", "example.com", "https://user@example.com/", "https://")) {
            assertThatThrownBy(() -> channels.add(site, Kind.HOOK, target, Pace.ONCE))
                    .as(target)
                    .hasMessageContaining("https://example.com/hook");
        }
        for (String target : List.of("ann", "ann@a, ben@b", "ann@shop.example>\r\nBcc: all@shop.example")) {
            assertThatThrownBy(() -> channels.add(site, Kind.MAIL, target, Pace.ONCE))
                    .as(target)
                    .hasMessageContaining("e-mail");
        }
    }

    @Test
    void aChannelIsToldOfAnEventOnce() {
        AlertChannel hook = channels.add(site, Kind.HOOK, "https://example.com/", Pace.ONCE);
        assertThat(deliveries.add(hook, "stall s1 strong", "{}", 10)).isTrue();
        assertThat(deliveries.add(hook, "stall s1 strong", "{}", 10)).isFalse();
        assertThat(deliveries.due(9, 5)).isEmpty();
        assertThat(deliveries.due(10, 5)).hasSize(1);
    }

    @Test
    void aDeliveryIsTriedUntilItEndsAndKeptToBeSeen() {
        AlertChannel hook = channels.add(site, Kind.HOOK, "https://example.com/", Pace.ONCE);
        deliveries.add(hook, "a", "{}", 0);
        deliveries.add(hook, "b", "{}", 1);
        Delivery first = deliveries.due(5, 1).get(0);
        deliveries.postponed(first, "no answer", 100);
        assertThat(deliveries.due(50, 5)).extracting(Delivery::eventKey).containsExactly("b");
        deliveries.delivered(deliveries.due(50, 5).get(0), "204", 50);
        deliveries.givenUp(deliveries.due(100, 5).get(0), "x".repeat(900), 100);
        assertThat(deliveries.due(1000, 5)).isEmpty();
        assertThat(deliveries.of(site, 10))
                .extracting(Delivery::eventKey, Delivery::state, Delivery::attempts)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a", Delivery.State.GIVEN_UP, 2),
                        org.assertj.core.groups.Tuple.tuple("b", Delivery.State.DELIVERED, 1));
        deliveries.forget(100);
        assertThat(deliveries.of(site, 10)).extracting(Delivery::eventKey).containsExactly("a");
    }

    @Test
    void aPausedChannelKeepsWhatIsOnItsWayAndARemovedOneTakesItAlong() {
        AlertChannel hook = channels.add(site, Kind.HOOK, "https://example.com/", Pace.ONCE);
        deliveries.add(hook, "a", "{}", 0);
        channels.pause(site, hook.id(), true);
        assertThat(deliveries.due(5, 5)).isEmpty();
        channels.pause(site, hook.id(), false);
        assertThat(deliveries.due(5, 5)).hasSize(1);
        channels.remove(site, hook.id());
        assertThat(deliveries.due(5, 5)).isEmpty();
        assertThat(channels.byId(hook.id())).isNull();
    }
}
