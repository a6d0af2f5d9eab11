package io.sojourn.heatmap.zone;

import io.sojourn.heatmap.ElementBox;
import io.sojourn.sessions.stats.MatchedDifference;
import org.jspecify.annotations.Nullable;

/**
 * What a zone does (SIGNALS 8.7). Rates have 95 % intervals where they are shown; below {@link #LEAST_EXPOSED} exposed views
 * they say nothing.
 *
 * @param views page views asked for
 * @param exposed of them, those in which the zone's middle (of a tall zone a good part) was in the window for 150 ms
 * @param exposureMs median time it was there, of the exposed; null when nobody saw it
 * @param clickedViews page views with a click in it
 * @param exposedAndClicked page views that saw it and clicked it
 * @param pageClicks all clicks of the page views asked for
 * @param firstClickMs median from the page's start to the zone's first click
 * @param hoverMs median time the mouse stayed over it in a view, where it did
 * @param hesitationMs median from the mouse's arrival to the click, where known
 * @param struggled page views with a sign of friction in it
 * @param converted how many more of those who clicked it reached a goal afterwards than of those who only saw it: an association
 */
public record ZoneReport(
        Zone zone,
        ElementBox box,
        long views,
        long exposed,
        @Nullable Long exposureMs,
        long clicks,
        long clickedViews,
        long exposedAndClicked,
        long pageClicks,
        @Nullable Long firstClickMs,
        @Nullable Long hoverMs,
        @Nullable Long hesitationMs,
        long struggled,
        long clickingSessions,
        long convertedSessions,
        MatchedDifference converted) {
    /** SIGNALS 8.7: rates of fewer are hidden. */
    public static final long LEAST_EXPOSED = 30;

    public boolean hasRates() {
        return exposed >= LEAST_EXPOSED;
    }
}
