package io.sojourn.sessions.kept;

/**
 * How much of one lane of a session is kept.
 *
 * @param bytes inflated
 * @param capped batches that came after a cap was reached and were not kept
 */
public record LaneTotals(long bytes, int events, int batches, int capped) {
    public static final LaneTotals NONE = new LaneTotals(0, 0, 0, 0);

    public LaneTotals plus(long moreBytes, int moreEvents) {
        return new LaneTotals(bytes + moreBytes, events + moreEvents, batches + 1, capped);
    }

    public LaneTotals plusCapped() {
        return new LaneTotals(bytes, events, batches, capped + 1);
    }
}
