package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.server.demo.CapturingCollector.Captured;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveVisitorsTest {
    private static final String SHOP = "http://shop.example";

    private final CapturingCollector collector;

    LiveVisitorsTest() throws IOException {
        collector = new CapturingCollector();
    }

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void theFirstVisitorComesAtOnceAsAPersonOfNow() throws Exception {
        try (LiveVisitors visitors = visitors(InstantSource.system(), collector.origin(), Duration.ofMinutes(30))) {
            visitors.start();
            await(() -> collector.captured().size() >= 2 && visitors.accepted() >= 2);
        }
        Captured first = collector.captured().get(0);
        Batch batch = Batch.parseFrom(first.batch());
        assertThat(first.userAgent()).isEqualTo("Desk/1");
        assertThat(first.origin()).isEqualTo(SHOP);
        assertThat(batch.getSiteKey()).isEqualTo("KEY");
        assertThat(batch.getSentAt()).isBetween(first.at() - 10_000, first.at());
    }

    @Test
    void whenTheTimeIsOverNobodyComesAnyMore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        InstantSource watched = () -> Instant.EPOCH.plusSeconds(asked.incrementAndGet());
        try (LiveVisitors visitors = visitors(watched, collector.origin(), Duration.ofMillis(1))) {
            visitors.start();
            await(() -> asked.get() >= 2);
            assertThat(visitors.visits()).isZero();
        }
    }

    @Test
    void aCollectorThatIsBusyGetsTheBatchAgain() throws Exception {
        collector.beBusy(1);
        try (LiveVisitors visitors = visitors(InstantSource.system(), collector.origin(), Duration.ofMinutes(30))) {
            visitors.start();
            int batches = MadeUpVisit.on("desktop", "Desk/1").batches().size();
            await(() -> visitors.accepted() == batches);
            assertThat(visitors.lost()).isZero();
        }
    }

    private static LiveVisitors visitors(InstantSource clock, String collector, Duration lasts) {
        var plan = new LiveVisitors.Plan(
                URI.create(collector + "/v1/batch"), "KEY", SHOP, Duration.ofMinutes(5), lasts, 1);
        return new LiveVisitors(plan, clock, List.of(quick(MadeUpVisit.on("desktop", "Desk/1"))));
    }

    /** The same visit with all batches on their way within a few ms. */
    private static RecordedVisit quick(RecordedVisit visit) {
        List<RecordedBatch> batches = visit.batches().stream()
                .map(batch -> new RecordedBatch(
                        10,
                        batch.header().toBuilder().setSentAt(visit.startedAt()).build(),
                        batch.events()))
                .toList();
        return new RecordedVisit(
                1, visit.persona(), visit.device(), visit.userAgent(), visit.origin(), visit.startedAt(), batches);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
