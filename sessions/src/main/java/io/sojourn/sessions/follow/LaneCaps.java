package io.sojourn.sessions.follow;

import io.sojourn.sessions.kept.LaneTotals;

/**
 * The caps of one lane of a session.
 *
 * @param bytes inflated
 * @param payloadBytes of one batch, inflated
 * @param payloadEvents of one batch
 */
public record LaneCaps(long bytes, int events, int batches, int payloadBytes, int payloadEvents) {
    boolean full(LaneTotals kept) {
        return kept.batches() >= batches;
    }

    boolean full(LaneTotals kept, Payload more) {
        return kept.bytes() + more.raw().size() > bytes || kept.events() + more.events() > events;
    }
}
