package io.sojourn.journey.stall;

/**
 * How visitors who did not stall get on with a page template. Of all visits there are, never of a filtered part: so the parts
 * of a filter add up to the whole.
 *
 * @param nearlyAllMs nine in ten of those who moved on had done so after this; 0 when too few are known
 * @param remainingMs for each of {@link Bands}: what those who were still there and moved on later needed from there, median
 */
public record Baseline(long nearlyAllMs, long[] remainingMs) {
    public static final Baseline NONE = new Baseline(0, new long[Bands.count()]);

    /** What a visitor who succeeded would still have needed. */
    public long remaining(long engagedMs) {
        return remainingMs[Bands.of(engagedMs)];
    }
}
