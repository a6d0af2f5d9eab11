package io.sojourn.collector;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What was taken and what was not, by site and reason, since the start. Any thread. */
public final class IntakeLedger {
    /** For what cannot be given to a site: its key is unknown, or there is none to read. */
    private static final int NO_SITE = 0;

    private final Map<Integer, Counts> bySite = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;

    public IntakeLedger(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Rejection reason : Rejection.values()) {
            metrics.counter("sojourn.batches.rejected", "reason", reason.key());
        }
    }

    void accepted(int site, long at, int bytes) {
        Counts counts = of(site);
        counts.accepted.increment();
        counts.lastAt = at;
        metrics.counter("sojourn.batches.accepted").increment();
        metrics.counter("sojourn.batches.accepted.bytes").increment(bytes);
    }

    /** @param site null when it is not known */
    void rejected(@Nullable Integer site, Rejection reason) {
        of(site == null ? NO_SITE : site).rejected(reason).increment();
        metrics.counter("sojourn.batches.rejected", "reason", reason.key()).increment();
    }

    void refused() {
        metrics.counter("sojourn.batches.refused").increment();
    }

    public Summary of(int site, boolean withUnknown) {
        Counts own = of(site);
        Map<Rejection, Long> rejected = own.rejections();
        if (withUnknown) {
            of(NO_SITE).rejections().forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        }
        return new Summary(own.accepted.sum(), own.lastAt == 0 ? null : own.lastAt, rejected);
    }

    private Counts of(int site) {
        return bySite.computeIfAbsent(site, fresh -> new Counts());
    }

    /** @param lastAt epoch ms of the last accepted batch, null when there was none */
    public record Summary(long accepted, @Nullable Long lastAt, Map<Rejection, Long> rejected) {}

    private static final class Counts {
        final LongAdder accepted = new LongAdder();
        volatile long lastAt;
        private final Map<Rejection, LongAdder> rejected = new ConcurrentHashMap<>();

        LongAdder rejected(Rejection reason) {
            return rejected.computeIfAbsent(reason, fresh -> new LongAdder());
        }

        Map<Rejection, Long> rejections() {
            Map<Rejection, Long> sums = new EnumMap<>(Rejection.class);
            rejected.forEach((reason, count) -> sums.put(reason, count.sum()));
            return sums;
        }
    }
}
