package io.sojourn.heatmap;

import java.util.List;

/**
 * Where people pressed on one page, or on all pages of one template, and one device class.
 *
 * @param views page views the map is made of
 * @param total all clicks in them; always {@code placed + unplaced}
 * @param unplaced clicks whose element could not be named
 * @param elements most clicked first
 */
public record PointMap(
        String page, String device, long views, long total, long placed, long unplaced, List<ElementClicks> elements) {
    public PointMap {
        elements = List.copyOf(elements);
    }

    /**
     * @param key names the element, the same on every page it stands on; lower-case hex
     * @param fingerprint the fields of the wire's Element as a JSON object
     * @param cells the clicks in it, gathered in squares of 8 CSS px, at most 128 along each side
     */
    public record ElementClicks(
            String key, String selector, String label, long count, List<Cell> cells, String fingerprint) {}

    /** @param x middle of the cell, 0..32767 across the element's box @param n clicks in it */
    public record Cell(int x, int y, long n) {}
}
