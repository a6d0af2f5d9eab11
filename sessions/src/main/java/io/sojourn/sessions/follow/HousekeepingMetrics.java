package io.sojourn.sessions.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.Freed;
import java.util.Locale;

/** What housekeeping counts. Names begin with {@code sojourn.housekeeping}; any thread. */
final class HousekeepingMetrics {
    private final MeterRegistry registry;
    private final Counter failures;

    HousekeepingMetrics(MeterRegistry registry) {
        this.registry = registry;
        failures = Counter.builder("sojourn.housekeeping.failures")
                .description("times that what is too old could not be deleted")
                .register(registry);
        for (Lane lane : new Lane[] {Lane.ANALYSIS, Lane.PLAYBACK}) {
            expired(lane, Freed.NOTHING);
            deleted(lane, Freed.NOTHING);
            compacted(lane, Freed.NOTHING);
        }
    }

    /** Blocks of sessions that were kept long enough. */
    void expired(Lane lane, Freed blocks) {
        count(lane, "expired.blocks", blocks.count());
        count(lane, "expired.bytes", blocks.bytes());
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
        String name = lane.name().toLowerCase(Locale.ROOT);
        registry.counter("sojourn.housekeeping." + what, "lane", name).increment(more);
    }

    void failed() {
        failures.increment();
    }
}
