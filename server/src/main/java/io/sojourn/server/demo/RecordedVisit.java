package io.sojourn.server.demo;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.EventList;
import java.time.Duration;
import java.util.List;

/**
 * A visit as the agent once sent it, unpacked. Immutable.
 *
 * @param weight how often it is told again, against the others
 * @param persona the kind of visitor, as in {@code visitors.mjs}
 * @param device "desktop", "mobile" or "tablet"
 * @param origin where the shop stood during the recording
 * @param startedAt epoch ms: when the first page began to load
 */
record RecordedVisit(
        int weight,
        String persona,
        String device,
        String userAgent,
        String origin,
        long startedAt,
        List<RecordedBatch> batches) {
    /**
     * @param header the batch without its payload
     * @param events the payload, decoded
     * @param arrivedAfter ms since the visit's start
     */
    record RecordedBatch(int arrivedAfter, Batch header, EventList events) {}

    RecordedVisit {
        batches = List.copyOf(batches);
    }

    Duration lasts() {
        return Duration.ofMillis(
                batches.stream().mapToInt(RecordedBatch::arrivedAfter).max().orElse(0));
    }
}
