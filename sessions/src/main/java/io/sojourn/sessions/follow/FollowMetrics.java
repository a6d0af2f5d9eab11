package io.sojourn.sessions.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What the follower counts. Names begin with {@code sojourn.follower}; any thread. */
final class FollowMetrics {
    private final MeterRegistry registry;
    private final Counter records;
    private final Counter kept;
    private final Counter copies;
    private final Counter capped;
    private final Counter suppressed;
    private final Counter gaps;
    private final Counter deriveFailures;
    private final Timer flush;
    private final Timer derive;

    FollowMetrics(MeterRegistry registry) {
        this.registry = registry;
        records = counter("records", "records read from the log");
        kept = counter("kept", "batches kept");
        copies = counter("copies", "batches that had come before");
        capped = counter("capped", "batches not kept because a session reached its cap");
        suppressed = counter("suppressed", "batches not kept because their visitor or session was erased");
        gaps = counter("gaps", "times the saved place was not in the log");
        deriveFailures = counter("derive.failures", "derivations that failed for a session: a bug of ours");
        flush = Timer.builder("sojourn.follower.flush").register(registry);
        derive = Timer.builder("sojourn.follower.derive").register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("sojourn.follower." + name)
                .description(description)
                .register(registry);
    }

    void gauge(String name, Supplier<Number> value) {
        Gauge.builder("sojourn.follower." + name, value).register(registry);
    }

    void record() {
        records.increment();
    }

    void kept() {
        kept.increment();
    }

    void copy() {
        copies.increment();
    }

    void capped() {
        capped.increment();
    }

    void suppressed() {
        suppressed.increment();
    }

    void gap() {
        gaps.increment();
    }

    void deriveFailed() {
        deriveFailures.increment();
    }

    /** @param reason one of ours, so that the number of series stays small */
    void setAside(String reason) {
        registry.counter("sojourn.follower.set.aside", "reason", reason).increment();
    }

    void timeFlush(Runnable work) {
        flush.record(work);
    }

    void timeDerive(Runnable work) {
        derive.record(work);
    }
}
