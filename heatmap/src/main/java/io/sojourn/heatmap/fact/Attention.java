package io.sojourn.heatmap.fact;

import java.util.List;

/**
 * For how long each hundredth of a page was in view, counted by SIGNALS 8.5: the middle 60 % of the window fully, the rest
 * half; no row of one view more than a minute; nothing that was rushed past.
 */
final class Attention {
    static final int BANDS = 100;
    private static final double EDGE = 0.2;
    private static final double EDGE_WEIGHT = 0.5;
    private static final double MOST_MS = 60_000;

    private Attention() {}

    /** Milliseconds per band from the top down, 100 of them. */
    static double[] of(List<Held> held) {
        double[] bands = new double[BANDS];
        for (Held one : held) {
            if (!one.skimmed() && one.engagedMs() > 0) {
                add(one, bands);
            }
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] = Math.min(MOST_MS, bands[band]);
        }
        return bands;
    }

    private static void add(Held held, double[] bands) {
        double band = held.documentHeight() / BANDS;
        double bottom = held.bottom();
        double middleTop = held.top() + EDGE * held.viewportHeight();
        double middleBottom = held.top() + (1 - EDGE) * held.viewportHeight();
        int last = Math.min(BANDS - 1, (int) (bottom / band));
        for (int at = Math.min(BANDS - 1, (int) (held.top() / band)); at <= last; at++) {
            double from = at * band;
            double seen = overlap(from, from + band, held.top(), bottom);
            double middle = overlap(from, from + band, middleTop, Math.min(middleBottom, bottom));
            bands[at] += held.engagedMs() * (middle + EDGE_WEIGHT * (seen - middle)) / band;
        }
    }

    private static double overlap(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
