package io.sojourn.heatmap;

import java.util.List;

/**
 * A page by its height, in a hundred bands from the top.
 *
 * @param views page views that were looked at
 * @param measured of them, those the values are an average of
 * @param fold the share of the page that the first window showed, median; where the page is cut before anybody scrolls
 * @param foldPx the same in CSS px
 */
public record BandMap(
        String page, String device, long views, long measured, double fold, int foldPx, List<Band> bands) {
    public BandMap {
        bands = List.copyOf(bands);
    }

    /**
     * @param from share of the page's height
     * @param value of scroll: the share of views that saw all of it; of attention: its share of a view's attention, on average
     * @param low and high: the 95 % interval of a share of views; of attention both are the value
     * @param ms of attention: milliseconds a view, on average; 0 otherwise
     */
    public record Band(double from, double to, double value, double low, double high, double ms) {}
}
