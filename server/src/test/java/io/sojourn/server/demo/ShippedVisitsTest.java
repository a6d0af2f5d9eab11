package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedVisitsTest {
    private static final int MOST_BYTES = 3 << 20;

    private final List<RecordedVisit> visits = RecordedVisits.shipped();

    @Test
    void allKindsOfVisitorsAreThereOnDesksAndInHands() {
        assertThat(visits.stream().map(RecordedVisit::persona))
                .contains("buyer", "reader", "windowShopper", "comparer", "searcher", "moonWaiter")
                .contains("sizeAsker", "impatient", "cardStruggler", "twiceAsked", "bouncer", "moonLooker", "hiker");
        assertThat(visits.stream().map(RecordedVisit::device)).contains("desktop", "mobile", "tablet");
    }

    @Test
    void togetherTheyStaySmall() {
        assertThat(visits.stream()
                        .mapToInt(visit -> RecordedVisits.write(visit).length)
                        .sum())
                .isLessThan(MOST_BYTES);
    }

    @Test
    void everyVisitIsOneSessionWithoutHoles() {
        for (RecordedVisit visit : visits) {
            Map<List<Object>, TreeSet<Integer>> sequences = new HashMap<>();
            visit.batches().stream()
                    .map(RecordedBatch::header)
                    .forEach(batch -> sequences
                            .computeIfAbsent(List.of(batch.getDocumentId(), batch.getLane()), key -> new TreeSet<>())
                            .add(batch.getSequence()));
            assertThat(visit.batches().stream()
                            .map(batch -> batch.header().getSessionId())
                            .distinct())
                    .as(name(visit))
                    .hasSize(1);
            sequences
                    .values()
                    .forEach(found -> assertThat(found)
                            .as(name(visit))
                            .containsExactlyElementsOf(
                                    IntStream.range(0, found.size()).boxed().toList()));
        }
    }

    @Test
    void everyVisitSeesPagesClicksAndWasRecorded() {
        for (RecordedVisit visit : visits) {
            assertThat(events(visit))
                    .as(name(visit))
                    .anyMatch(Event::hasPageView)
                    .anyMatch(Event::hasDomOps);
            assertThat(events(visit))
                    .as(name(visit))
                    .noneMatch(event -> event.getPageView().getAutomated());
        }
        assertThat(visits.stream()
                        .flatMap(ShippedVisitsTest::events)
                        .filter(Event::hasClick)
                        .count())
                .isGreaterThan(visits.size() * 4L);
    }

    @Test
    void whatTheVisitorsTypedStayedInTheirBrowsers() {
        for (RecordedVisit visit : visits) {
            for (RecordedBatch batch : visit.batches()) {
                String content = new String(batch.events().toByteArray(), StandardCharsets.UTF_8);
                assertThat(content)
                        .as(name(visit))
                        .doesNotContain(
                                "@example.org", "4242 4242 4242 4224", "0491", "Heideweg", "Am Deich", "Kirchgasse")
                        .doesNotContain("Lindgren", "Petersen", "Haddad", "Marchetti");
            }
        }
    }

    @Test
    void twoWeeksOfThemAreTakenWithoutARefusal() {
        DemoHistory.Count count = new DemoHistory("KEY", "http://shop.example", ZoneOffset.UTC, 1)
                .send(
                        120,
                        Instant.parse("2026-11-20T16:00:00Z"),
                        (batch, userAgent, address, at) -> carriesTheKey(batch) ? 204 : 400);
        assertThat(count.visits()).isEqualTo(120);
        assertThat(count.recordedVisits()).isBetween(20, 100);
        assertThat(count.refused()).isZero();
    }

    private static boolean carriesTheKey(byte[] bytes) {
        try {
            Batch batch = Batch.parseFrom(bytes);
            return batch.getSiteKey().equals("KEY")
                    && batch.getLane() != Lane.LANE_UNSPECIFIED
                    && Payloads.unpack(batch).getEventsCount() > 0;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static Stream<Event> events(RecordedVisit visit) {
        return visit.batches().stream().flatMap(batch -> batch.events().getEventsList().stream());
    }

    private static String name(RecordedVisit visit) {
        return visit.persona() + " on " + visit.device();
    }
}
