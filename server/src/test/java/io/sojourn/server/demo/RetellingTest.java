package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetellingTest {
    private static final Instant NOW = Instant.parse("2026-11-01T18:00:00Z");
    private static final RecordedVisit VISIT = MadeUpVisit.on("desktop", "Browser/1");
    private static final Visitor VISITOR =
            new Visitor(ByteString.copyFrom(new byte[16]), "desktop", "Browser/2", "192.0.2.7");

    @Test
    void everyBatchKeepsItsEventsInTheirOrder() {
        List<Arrival> told = tell(true, 1);
        assertThat(told).hasSameSizeAs(VISIT.batches());
        for (int i = 0; i < told.size(); i++) {
            List<Event> events = events(told.get(i));
            assertThat(events.stream().map(Event::getKindCase).toList())
                    .isEqualTo(VISIT.batches().get(i).events().getEventsList().stream()
                            .map(Event::getKindCase)
                            .toList());
            assertThat(events.stream().map(Event::getAt).toList()).isSorted();
        }
    }

    @Test
    void anotherSessionIsNamedButItsPartsStayTogether() {
        List<Batch> told = tell(true, 1).stream().map(RetellingTest::batch).toList();
        assertThat(told.stream().map(Batch::getSessionId).distinct()).hasSize(1);
        assertThat(told.stream().map(Batch::getDocumentId).distinct()).hasSize(2);
        assertThat(told.get(0).getSessionId())
                .isNotEqualTo(VISIT.batches().get(0).header().getSessionId())
                .isNotEqualTo(batch(tell(true, 2).get(0)).getSessionId());
        assertThat(told).allSatisfy(batch -> assertThat(batch.getVisitorId()).isEqualTo(VISITOR.id()));
    }

    @Test
    void timeBeginsAnewAndBatchesArriveAfterTheyWereSent() {
        for (Arrival arrival : tell(true, 1)) {
            Batch batch = batch(arrival);
            assertThat(batch.getPageStartedAt()).isGreaterThanOrEqualTo(NOW.toEpochMilli());
            assertThat(arrival.at().toEpochMilli()).isGreaterThanOrEqualTo(batch.getSentAt());
            assertThat(batch.getSentAt()).isGreaterThan(batch.getPageStartedAt());
        }
    }

    @Test
    void pagesAreWhereTheShopStandsNow() {
        String whole = tell(true, 1).stream()
                .map(arrival -> events(arrival).toString())
                .toList()
                .toString();
        assertThat(whole).contains("http://shop.example/shop").doesNotContain('"' + MadeUpVisit.ORIGIN);
        assertThat(whole).as("inside of text nothing is touched").contains("see " + MadeUpVisit.ORIGIN);
    }

    @Test
    void handsMissALittleAndNeverLeaveTheElement() {
        List<Click> clicks = IntStream.range(0, 200)
                .boxed()
                .flatMap(seed -> tell(true, seed).stream())
                .flatMap(arrival -> events(arrival).stream())
                .filter(Event::hasClick)
                .map(Event::getClick)
                .toList();
        assertThat(clicks).allSatisfy(click -> assertThat(click.getX()).isBetween(0, 32_767));
        assertThat(clicks.stream().map(Click::getX).distinct().count()).isGreaterThan(200);
    }

    @Test
    void withoutPlaybackNothingClaimsToBeRecorded() {
        List<Arrival> told = tell(false, 1);
        assertThat(told).noneMatch(arrival -> batch(arrival).getLane() == Lane.PLAYBACK);
        assertThat(told.stream().flatMap(arrival -> events(arrival).stream()).toList())
                .noneMatch(event ->
                        event.getPageView().getRecorded() || event.getClick().getNode() != 0);
    }

    @Test
    void aVisitReadsTheSameFromItsFile() {
        assertThat(RecordedVisits.read(1, RecordedVisits.write(VISIT)).batches().stream()
                        .map(RecordedVisit.RecordedBatch::events)
                        .toList())
                .isEqualTo(VISIT.batches().stream()
                        .map(RecordedVisit.RecordedBatch::events)
                        .toList());
    }

    private static List<Arrival> tell(boolean withPlayback, int seed) {
        var occasion = new Retelling.Occasion("KEY", "http://shop.example", VISITOR, NOW, withPlayback);
        return new Retelling(VISIT, occasion, new SplittableRandom(seed)).arrivals();
    }

    private static Batch batch(Arrival arrival) {
        try {
            return Batch.parseFrom(arrival.batch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> events(Arrival arrival) {
        return Payloads.unpack(batch(arrival)).getEventsList();
    }
}
