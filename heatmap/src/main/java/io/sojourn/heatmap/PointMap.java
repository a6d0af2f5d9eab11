package io.sojourn.heatmap;

import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Wilson;
import java.util.List;

/**
 * Marks (clicks, rests, signs of friction) on one page, or on all pages of one template, and one device class.
 *
 * @param views page views the map is made of
 * @param total all marks in them; always {@code placed + unplaced}
 * @param unplaced marks whose element could not be named
 * @param elements most marked first, at most {@link #MOST_ELEMENTS}
 * @param others marks on elements beyond those; they are among the placed
 */
public record PointMap(
        String page,
        String device,
        long views,
        long total,
        long placed,
        long unplaced,
        long others,
        List<MarkedElement> elements) {
    public static final int MOST_ELEMENTS = 5_000;

    public PointMap {
        elements = List.copyOf(elements);
    }

    /**
     * @param name of the element, the same on every page it stands on
     * @param count marks in it
     * @param views page views with at least one
     * @param box where it usually stood, CSS px of the page; without extent when unknown
     * @param cells the marks in it, gathered in squares of 8 CSS px, at most 128 along each side
     */
    public record MarkedElement(ElementName name, long count, long views, ElementBox box, List<Cell> cells) {
        public MarkedElement {
            cells = List.copyOf(cells);
        }

        /** Of this many page views, the share that had a mark here. Several documents can share one view's clicks: at most all. */
        public Interval share(long pageViews) {
            return Wilson.of(Math.min(views, pageViews), pageViews);
        }
    }

    /** @param x middle of the cell, 0..32767 across the element's box @param n marks in it */
    public record Cell(int x, int y, long n) {}
}
