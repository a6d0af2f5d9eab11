package io.sojourn.sessions.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.Freed;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What housekeeping counts. Names begin with {@code sojourn.housekeeping}; any thread. */
final class HousekeepingMetrics {
    private final MeterRegistry registry;
    private final Counter failures;
    private final Map<Lane, AtomicLong> holding = new EnumMap<>(Lane.class);

    HousekeepingMetrics(MeterRegistry registry) {
        this.registry = registry;
        failures = Counter.builder("sojourn.housekeeping.failures")
                .description("times that what is too old could not be deleted")
                .register(registry);
        for (Lane lane : new Lane[] {Lane.ANALYSIS, Lane.PLAYBACK}) {
            expired(lane, Freed.NOTHING);
            deleted(lane, Freed.NOTHING);
            compacted(lane, Freed.NOTHING);
            crowdedOut(lane, Freed.NOTHING);
            AtomicLong held = new AtomicLong();
            holding.put(lane, held);
            registry.gauge("sojourn.housekeeping.kept.bytes", Tags.of("lane", key(lane)), held);
        }
    }

    /** Blocks of sessions that were kept long enough. */
    void expired(Lane lane, Freed blocks) {
        count(lane, "expired.blocks", blocks.count());
        count(lane, "expired.bytes", blocks.bytes());
    }

    /** Blocks of the oldest sessions that had to go because the lane held too much. */
    void crowdedOut(Lane lane, Freed blocks) {
        count(lane, "crowded.out.blocks", blocks.count());
        count(lane, "crowded.out.bytes", blocks.bytes());
    }

    /** How much of a lane is kept. */
    void holds(Lane lane, long bytes) {
        holding.computeIfAbsent(lane, fresh -> new AtomicLong()).set(bytes);
    }

    private static String key(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }

    /** Segment files, as the disk has them. */
    void deleted(Lane lane, Freed files) {
        count(lane, "deleted.files", files.count());
        count(lane, "deleted.bytes", files.bytes());
    }

    /** Blocks that were copied because little else stood in their files. */
    void compacted(Lane lane, Freed blocks) {
        count(lane, "compacted.blocks", blocks.count());
        count(lane, "compacted.bytes", blocks.bytes());
    }

    private void count(Lane lane, String what, long more) {
        registry.counter("sojourn.housekeeping." + what, "lane", key(lane)).increment(more);
    }

    void failed() {
        failures.increment();
    }
}
