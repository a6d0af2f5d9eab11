package io.sojourn.eventlog.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Durability;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.EventLogContract;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.openhft.chronicle.queue.RollCycles;
import org.junit.jupiter.api.Test;

/** The log that forces the disk before it says that a record is kept. */
class PowerLossLogTest extends EventLogContract {
    @Override
    protected EventLog open(Path folder) {
        return ChronicleEventLog.open(folder.resolve("log"), Durability.POWER_LOSS);
    }

    @Test
    void nobodyIsToldBeforeTheForceIsOverAndOneForceIsEnoughForMany() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger forces = new AtomicInteger();
        try (EventLog log = watched(force -> () -> {
            forces.incrementAndGet();
            begun.countDown();
            await(over);
            force.run();
        })) {
            List<CompletableFuture<Void>> told = new ArrayList<>();
            told.add(append(log));
            await(begun);
            for (int i = 0; i < 50; i++) {
                told.add(append(log)); // while the first force is under way: these need another
            }
            assertThat(told).noneMatch(CompletableFuture::isDone);

            over.countDown();
            CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
            assertThat(forces).hasValue(2);
        }
    }

    @Test
    void aDiskThatWouldNotIsWeatherAndTheNextForceMayWork() throws Exception {
        AtomicInteger forces = new AtomicInteger();
        try (EventLog log = watched(force -> () -> {
            if (forces.incrementAndGet() == 1) {
                throw new LogUnavailable("gone", new IOException());
            }
            force.run();
        })) {
            assertThat(append(log)).failsWithin(Duration.ofMinutes(1));
            append(log).join();
        }
    }

    @Test
    void whoStillWaitsIsToldBeforeTheLogIsClosed() {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        try (EventLog log = watched(force -> force)) {
            for (int i = 0; i < 20; i++) {
                told.add(append(log));
            }
        }
        assertThat(told).allMatch(one -> one.isDone() && !one.isCompletedExceptionally());
    }

    private EventLog watched(UnaryOperator<Runnable> watch) {
        return ChronicleEventLog.open(folder.resolve("watched"), RollCycles.HALF_HOURLY, Durability.POWER_LOSS, watch);
    }

    private static CompletableFuture<Void> append(EventLog log) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        LogRecord entry = new LogRecord(1, 1, "", "", ByteBuffer.allocate(10));
        log.append(new Id128(1, 1), entry, new EventLog.AppendCallback() {
            @Override
            public void appended() {
                told.complete(null);
            }

            @Override
            public void failed(LogUnavailable reason) {
                told.completeExceptionally(reason);
            }
        });
        return told;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
