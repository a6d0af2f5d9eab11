package io.sojourn.heatmap.fact;

/**
 * A stretch of a page view in which one part of the document stood in the window. Lengths in CSS px, at that time: pages grow.
 *
 * @param engagedMs how much of it the visitor was busy with the page (SIGNALS 3.5)
 * @param visibleMs how long the page was visible
 * @param skimmed rushed past at more than 3 windows a second (SIGNALS 8.5)
 */
record Held(
        double top,
        double viewportWidth,
        double viewportHeight,
        double documentHeight,
        double engagedMs,
        long visibleMs,
        boolean skimmed) {
    double bottom() {
        return Math.min(documentHeight, top + viewportHeight);
    }

    Held engagedFor(double ms) {
        return new Held(top, viewportWidth, viewportHeight, documentHeight, ms, visibleMs, skimmed);
    }
}
