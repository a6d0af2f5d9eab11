package io.sojourn.heatmap;

import io.sojourn.eventlog.Id128;

/**
 * A recorded page view that a map can be drawn on.
 *
 * @param document the wire's document_id as a number
 * @param from epoch ms at which the page view began
 * @param to epoch ms at which it ended
 */
public record Backdrop(Id128 session, long document, long from, long to) {
    private static final long SETTLED_MS = 4_000;

    /** A moment at which the page had settled and was not yet left: epoch ms. */
    public long moment() {
        return Math.min(from + SETTLED_MS, from + (to - from) * 3 / 4);
    }
}
