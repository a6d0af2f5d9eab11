package io.sojourn.server.api;

import io.sojourn.heatmap.zone.ZoneReport;
import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Wilson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A zone as the API writes it. Rates are null below 30 exposed views.
 *
 * @param box what its elements take up together, CSS px of the page
 * @param recurrence clicks for each view that clicked
 * @param distribution its share of the page's clicks
 * @param converted how many more of those who clicked reached a goal afterwards than of those who only saw it
 */
record ZoneView(
        String id,
        String name,
        String origin,
        List<String> elements,
        int items,
        int[] box,
        long views,
        long exposed,
        long clicks,
        @Nullable Rate exposure,
        @Nullable Long exposureMs,
        @Nullable Rate clickRate,
        @Nullable Rate attractiveness,
        @Nullable Double recurrence,
        @Nullable Double distribution,
        @Nullable Long firstClickMs,
        @Nullable Long hoverMs,
        @Nullable Long hesitationMs,
        @Nullable Rate struggle,
        long clickingSessions,
        long convertedSessions,
        @Nullable Rate converted) {

    /** With a 95 % interval. */
    record Rate(double value, double low, double high) {
        static @Nullable Rate of(ZoneReport zone, long hits, long n) {
            if (!zone.hasRates() || n == 0) {
                return null;
            }
            long at = Math.min(hits, n);
            Interval interval = Wilson.of(at, n);
            return new Rate((double) at / n, interval.low(), interval.high());
        }
    }

    static ZoneView of(ZoneReport zone) {
        boolean rates = zone.hasRates();
        return new ZoneView(
                zone.zone().id(),
                zone.zone().name(),
                zone.zone().origin().name().toLowerCase(Locale.ROOT),
                zone.zone().elements().stream().sorted().toList(),
                zone.zone().items(),
                new int[] {
                    zone.box().x(),
                    zone.box().y(),
                    zone.box().width(),
                    zone.box().height()
                },
                zone.views(),
                zone.exposed(),
                zone.clicks(),
                Rate.of(zone, zone.exposed(), zone.views()),
                zone.exposureMs(),
                Rate.of(zone, zone.clickedViews(), zone.views()),
                Rate.of(zone, zone.exposedAndClicked(), zone.exposed()),
                rates && zone.clickedViews() > 0 ? (double) zone.clicks() / zone.clickedViews() : null,
                rates && zone.pageClicks() > 0 ? (double) zone.clicks() / zone.pageClicks() : null,
                zone.firstClickMs(),
                zone.hoverMs(),
                zone.hesitationMs(),
                Rate.of(zone, zone.struggled(), zone.exposed()),
                zone.clickingSessions(),
                zone.convertedSessions(),
                rates && zone.converted().controls() > 0
                        ? new Rate(
                                zone.converted().difference(),
                                zone.converted().interval().low(),
                                zone.converted().interval().high())
                        : null);
    }
}
