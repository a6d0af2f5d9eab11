package io.sojourn.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlAlertChannels;
import io.sojourn.sites.store.SqlDeliveries;
import io.sojourn.sites.store.SqlSites;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-30T05:00:00Z");
    private final InstantSource clock = () -> now;
    private final ScriptedCourier courier = new ScriptedCourier();
    private Database database;
    private SqlAlertChannels channels;
    private SqlDeliveries deliveries;
    private AlertPost post;
    private Notifier notifier;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        channels = new SqlAlertChannels(database, clock);
        deliveries = new SqlDeliveries(database, clock);
        post = new AlertPost(channels, deliveries, clock);
        notifier = new Notifier(channels, deliveries, Map.of(Kind.HOOK, courier), clock);
        site = new SqlSites(database, clock)
                .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAlertGoesToEveryChannelOnceHoweverOftenItIsTold() {
        hook(Pace.ONCE);
        hook(Pace.ONCE);
        courier.answer = Courier.Outcome.arrived("204");
        post.tell(site, "stall s1", "{}");
        post.tell(site, "stall s1", "{}");
        notifier.step();
        post.tell(site, "stall s1", "{}");
        notifier.step();
        assertThat(courier.carried).hasSize(2);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterAndThenGivenUp() {
        hook(Pace.ONCE);
        courier.answer = Courier.Outcome.later("It answered 500.");
        post.tell(site, "stall s1", "{}");
        List<Long> waits = new ArrayList<>();
        while (only().state() == Delivery.State.WAITING) {
            Instant before = now;
            notifier.step();
            if (only().state() == Delivery.State.WAITING) {
                now = Instant.ofEpochMilli(only().dueAt());
                waits.add(Duration.between(before, now).toMinutes());
            }
        }
        assertThat(waits).hasSize(6).isSorted();
        assertThat(courier.carried).hasSize(Backoff.ATTEMPTS);
        assertThat(only().state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(only().lastAnswer()).isEqualTo("It answered 500.");
    }

    @Test
    void whatIsHopelessIsNotTriedAgain() {
        hook(Pace.ONCE);
        courier.answer = Courier.Outcome.never("It answered 410.");
        post.tell(site, "stall s1", "{}");
        notifier.step();
        notifier.step();
        assertThat(courier.carried).hasSize(1);
        assertThat(only().state()).isEqualTo(Delivery.State.GIVEN_UP);
    }

    @Test
    void aChannelThatHangsDelaysNobodyElse() {
        AlertChannel hanging = hook(Pace.ONCE);
        courier.hanging = hanging.id();
        courier.answer = Courier.Outcome.arrived("204");
        AlertChannel quick = hook(Pace.ONCE);
        post.tell(site, "stall s1", "{}");
        notifier.step();
        post.tell(site, "stall s2", "{}");
        notifier.step();
        assertThat(courier.carried)
                .extracting(AlertChannel::id)
                .containsExactlyInAnyOrder(hanging.id(), quick.id(), quick.id());
        courier.hung.complete(Courier.Outcome.arrived("204"));
        courier.hanging = "";
        notifier.step();
        assertThat(deliveries.of(site, 10)).allMatch(delivery -> delivery.state() == Delivery.State.DELIVERED);
    }

    @Test
    void aDigestLeavesInTheMorningAsOneMessage() {
        hook(Pace.DAILY);
        courier.answer = Courier.Outcome.arrived("204");
        post.tell(site, "stall s1", "{}");
        post.tell(site, "stall s2", "{}");
        notifier.step();
        assertThat(courier.carried).isEmpty();
        now = now.plus(Duration.ofHours(1));
        notifier.step();
        assertThat(courier.carried).hasSize(1);
        assertThat(courier.together).isEqualTo(2);
    }

    @Test
    void aKindThatThisServerCannotSendIsSaidSo() {
        channels.add(site, Kind.MAIL, "ann@shop.example", Pace.ONCE);
        post.tell(site, "stall s1", "{}");
        notifier.step();
        assertThat(only().lastAnswer()).contains("no way to send by mail");
    }

    private AlertChannel hook(Pace pace) {
        return channels.add(
                site, Kind.HOOK, "https://example.com/" + channels.of(site).size(), pace);
    }

    private Delivery only() {
        return deliveries.of(site, 10).get(0);
    }

    /** Answers as it is told, and notes who was to be told. */
    private static final class ScriptedCourier implements Courier {
        final List<AlertChannel> carried = new ArrayList<>();
        final CompletableFuture<Outcome> hung = new CompletableFuture<>();
        Outcome answer = Outcome.never("");
        String hanging = "";
        int together;

        @Override
        public CompletionStage<Outcome> carry(AlertChannel channel, List<Delivery> all) {
            carried.add(channel);
            together = all.size();
            return channel.id().equals(hanging) ? hung : CompletableFuture.completedFuture(answer);
        }
    }
}
