package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
    private static final int VISITS = 300;

    private record Sent(Batch batch, String userAgent, Instant at) {}

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(send(7)).isEqualTo(send(7)).isNotEqualTo(send(8));
    }

    @Test
    void everythingHappensInOrderWithinTheTwoWeeks() {
        List<Sent> sent = send(1);
        assertThat(sent.stream().map(Sent::at).toList()).isSorted();
        assertThat(sent).allSatisfy(one -> {
            assertThat(one.at()).isBefore(NOW);
            assertThat(one.batch().getPageStartedAt())
                    .isGreaterThanOrEqualTo(NOW.minus(DemoHistory.SPAN).toEpochMilli());
        });
    }

    @Test
    void noTwoBatchesAreTheSameRetry() {
        Set<List<Object>> identities = new HashSet<>();
        assertThat(send(1)).allSatisfy(one -> {
            Batch batch = one.batch();
            assertThat(identities.add(
                            List.of(batch.getSessionId(), batch.getDocumentId(), batch.getLane(), batch.getSequence())))
                    .isTrue();
        });
        assertThat(sessions(send(1))).hasSize(VISITS);
    }

    @Test
    void someVisitorsComeBackWithTheSameBrowserAndNeverTwiceAtOnce() {
        Map<ByteString, List<Sent>> byVisitor = new HashMap<>();
        send(1).forEach(one -> byVisitor
                .computeIfAbsent(one.batch().getVisitorId(), visitor -> new ArrayList<>())
                .add(one));
        assertThat(byVisitor.size()).isBetween(VISITS / 2, VISITS - 20);
        byVisitor.values().forEach(visits -> {
            assertThat(visits.stream().map(Sent::userAgent).distinct()).hasSize(1);
            assertThat(changesOfSession(visits)).isEqualTo(sessions(visits).size() - 1);
        });
    }

    @Test
    void theNewestDaysAreAllRecordedAndOlderOnesInPart() {
        List<Sent> sent = send(1);
        Set<ByteString> recorded = sessions(sent.stream()
                .filter(one -> one.batch().getLane() == Lane.PLAYBACK)
                .toList());
        Set<ByteString> newest = sessions(sent.stream()
                .filter(one -> one.at().isAfter(NOW.minus(Duration.ofDays(2))))
                .toList());
        assertThat(recorded).containsAll(newest).hasSizeLessThan(VISITS / 2);
    }

    @Test
    void whatIsRefusedIsCounted() {
        DemoHistory.Count count =
                history(1).send(10, NOW, (batch, userAgent, address, at) -> batch.length % 2 == 0 ? 204 : 503);
        assertThat(count.visits()).isEqualTo(10);
        assertThat(count.refused()).isBetween(1, count.batches() - 1);
    }

    @Test
    void nightsAreQuiet() {
        Map<Integer, Integer> byHour = new HashMap<>();
        send(1).forEach(one -> byHour.merge(one.at().atZone(ZoneOffset.UTC).getHour(), 1, Integer::sum));
        assertThat(byHour.getOrDefault(3, 0) * 5).isLessThan(byHour.getOrDefault(20, 0));
    }

    private static List<Sent> send(long seed) {
        List<Sent> sent = new ArrayList<>();
        history(seed).send(VISITS, NOW, (batch, userAgent, address, at) -> {
            sent.add(new Sent(parsed(batch), userAgent, at));
            return 204;
        });
        return sent;
    }

    private static DemoHistory history(long seed) {
        List<RecordedVisit> recorded = List.of(
                MadeUpVisit.on("desktop", "Desk/1"),
                MadeUpVisit.on("desktop", "Desk/2"),
                MadeUpVisit.on("mobile", "Phone/1"));
        return new DemoHistory(recorded, "KEY", "http://shop.example", ZoneOffset.UTC, seed);
    }

    private static Batch parsed(byte[] batch) {
        try {
            return Batch.parseFrom(batch);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<ByteString> sessions(List<Sent> sent) {
        Set<ByteString> sessions = new HashSet<>();
        sent.forEach(one -> sessions.add(one.batch().getSessionId()));
        return sessions;
    }

    private static long changesOfSession(List<Sent> visits) {
        long changes = 0;
        for (int i = 1; i < visits.size(); i++) {
            changes += visits.get(i)
                            .batch()
                            .getSessionId()
                            .equals(visits.get(i - 1).batch().getSessionId())
                    ? 0
                    : 1;
        }
        return changes;
    }
}
