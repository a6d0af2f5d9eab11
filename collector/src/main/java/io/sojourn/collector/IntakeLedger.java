package io.sojourn.collector;

import io.micrometer.core.instrument.FunctionCounter;
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
    private final LongAdder accepted = new LongAdder();
    private final LongAdder acceptedBytes = new LongAdder();
    private final Tally<Rejection> rejected = new Tally<>(Rejection.class);
    private final Tally<Refusal> refused = new Tally<>(Refusal.class);

    public IntakeLedger(MeterRegistry metrics) {
        FunctionCounter.builder("sojourn.batches.accepted", accepted, LongAdder::sum)
                .register(metrics);
        FunctionCounter.builder("sojourn.batches.accepted.bytes", acceptedBytes, LongAdder::sum)
                .baseUnit("bytes")
                .register(metrics);
        for (Rejection reason : Rejection.values()) {
            FunctionCounter.builder("sojourn.batches.rejected", rejected.of(reason), LongAdder::sum)
                    .tag("reason", reason.key())
                    .register(metrics);
        }
        for (Refusal reason : Refusal.values()) {
            FunctionCounter.builder("sojourn.batches.refused", refused.of(reason), LongAdder::sum)
                    .tag("reason", reason.key())
                    .register(metrics);
        }
    }

    void accepted(int site, long at, int bytes) {
        Counts counts = of(site);
        counts.accepted.increment();
        if (counts.lastAt != at) {
            counts.lastAt = at;
        }
        accepted.increment();
        acceptedBytes.add(bytes);
    }

    /** @param site null when it is not known */
    void rejected(@Nullable Integer site, Rejection reason) {
        of(site == null ? NO_SITE : site).rejected.of(reason).increment();
        rejected.of(reason).increment();
    }

    /** @param site null when it is not known */
    void refused(@Nullable Integer site, Refusal reason) {
        of(site == null ? NO_SITE : site).refused.of(reason).increment();
        refused.of(reason).increment();
    }

    /** A script was asked for by a browser that sends Global Privacy Control. Only the header was looked at. */
    public void scriptLoad(int site, boolean privacyControl) {
        Counts counts = of(site);
        counts.scripts.increment();
        if (privacyControl) {
            counts.scriptsWithPrivacyControl.increment();
        }
    }

    public Summary of(int site, boolean withUnknown) {
        Counts own = of(site);
        Map<Rejection, Long> rejections = own.rejected.sums();
        if (withUnknown) {
            of(NO_SITE).rejected.sums().forEach((reason, count) -> rejections.merge(reason, count, Long::sum));
        }
        return new Summary(
                own.accepted.sum(),
                own.lastAt == 0 ? null : own.lastAt,
                rejections,
                own.refused.sums(),
                own.scripts.sum(),
                own.scriptsWithPrivacyControl.sum());
    }

    private Counts of(int site) {
        Counts known = bySite.get(site);
        return known != null ? known : bySite.computeIfAbsent(site, fresh -> new Counts());
    }

    /**
     * @param lastAt epoch ms of the last accepted batch, null when there was none
     * @param scripts how often the site's script was fetched
     * @param scriptsWithPrivacyControl of these, by browsers that send Global Privacy Control and so report nothing
     */
    public record Summary(
            long accepted,
            @Nullable Long lastAt,
            Map<Rejection, Long> rejected,
            Map<Refusal, Long> refused,
            long scripts,
            long scriptsWithPrivacyControl) {}

    private static final class Counts {
        final LongAdder accepted = new LongAdder();
        final LongAdder scripts = new LongAdder();
        final LongAdder scriptsWithPrivacyControl = new LongAdder();
        final Tally<Rejection> rejected = new Tally<>(Rejection.class);
        final Tally<Refusal> refused = new Tally<>(Refusal.class);
        volatile long lastAt;
    }

    /** A count for each reason there is. */
    private static final class Tally<R extends Enum<R>> {
        private final Map<R, LongAdder> counts;
        private final Class<R> reasons;

        Tally(Class<R> reasons) {
            this.reasons = reasons;
            counts = new EnumMap<>(reasons);
            for (R reason : reasons.getEnumConstants()) {
                counts.put(reason, new LongAdder());
            }
        }

        @SuppressWarnings("NullAway") // there is one for each
        LongAdder of(R reason) {
            return counts.get(reason);
        }

        /** Those that happened. */
        Map<R, Long> sums() {
            Map<R, Long> sums = new EnumMap<>(reasons);
            counts.forEach((reason, count) -> {
                if (count.sum() != 0) {
                    sums.put(reason, count.sum());
                }
            });
            return sums;
        }
    }
}
