package io.sojourn.journey.stall;

/** Bands of engaged time in which visits are compared (SIGNALS 11.3). */
public final class Bands {
    /** Where each begins, ms. */
    private static final int[] FROM = {0, 5_000, 15_000, 30_000, 60_000};

    private Bands() {}

    public static int count() {
        return FROM.length;
    }

    /** The band of so many engaged ms. */
    public static int of(long engagedMs) {
        int band = 0;
        while (band + 1 < FROM.length && engagedMs >= FROM[band + 1]) {
            band++;
        }
        return band;
    }

    public static int from(int band) {
        return FROM[band];
    }
}
