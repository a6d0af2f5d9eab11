package io.sojourn.heatmap.picture;

/**
 * From night violet over ember to pale yellow, the console's colours. Lightness only ever rises, so that the order reads
 * without seeing hue.
 */
final class HeatColours {
    private static final int[][] STOPS = {
        {16, 11, 38},
        {72, 18, 104},
        {122, 28, 109},
        {171, 44, 96},
        {213, 70, 68},
        {240, 108, 36},
        {250, 158, 24},
        {250, 208, 72},
        {253, 250, 168}
    };
    private static final double HOTTEST_ALPHA = 0.92;

    private HeatColours() {}

    /** @param heat 0 to 1 @return ARGB, transparent at 0 */
    static int argb(double heat) {
        double place = Math.min(1, Math.max(0, heat)) * (STOPS.length - 1);
        int below = Math.min((int) place, STOPS.length - 2);
        int colour = (int) Math.round(HOTTEST_ALPHA * Math.min(1, heat * 2.2) * 255);
        for (int channel = 0; channel < 3; channel++) {
            double mixed =
                    STOPS[below][channel] + (STOPS[below + 1][channel] - STOPS[below][channel]) * (place - below);
            colour = colour << 8 | (int) Math.round(mixed);
        }
        return colour;
    }

    /** The square root, so that quiet places do not vanish beside one hot button. */
    static double heatOf(double marks, double most) {
        return most > 0 ? Math.sqrt(Math.min(1, Math.max(0, marks) / most)) : 0;
    }
}
