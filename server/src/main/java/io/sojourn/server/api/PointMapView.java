package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.sessions.stats.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A map of marks as the API writes it. */
record PointMapView(
        String page,
        String device,
        String unit,
        long views,
        long total,
        long placed,
        long unplaced,
        long others,
        List<ElementView> elements) {

    static PointMapView of(PointMap map, PointKind kind) {
        return new PointMapView(
                map.page(),
                map.device(),
                kind.unit().name().toLowerCase(Locale.ROOT),
                map.views(),
                map.total(),
                map.placed(),
                map.unplaced(),
                map.others(),
                map.elements().stream()
                        .map(element -> ElementView.of(element, map.views()))
                        .toList());
    }

    /**
     * @param views page views with a mark here
     * @param share of all page views, with its 95 % interval
     * @param box usual place on the page, CSS px, null when unknown
     */
    record ElementView(
            String key,
            String selector,
            String label,
            long count,
            long views,
            double[] share,
            int @Nullable [] box,
            List<long[]> cells,
            String matchedBy,
            @JsonRawValue @Nullable String fingerprint) {
        static ElementView of(PointMap.MarkedElement element, long views) {
            Interval share = element.share(views);
            return new ElementView(
                    element.name().key(),
                    element.name().selector(),
                    element.name().label(),
                    element.count(),
                    element.views(),
                    new double[] {share.low(), share.high()},
                    element.box().isKnown()
                            ? new int[] {
                                element.box().x(),
                                element.box().y(),
                                element.box().width(),
                                element.box().height()
                            }
                            : null,
                    element.cells().stream()
                            .map(cell -> new long[] {cell.x(), cell.y(), cell.n()})
                            .toList(),
                    element.name().matchedBy(),
                    element.name().fingerprint().isEmpty()
                            ? null
                            : element.name().fingerprint());
        }
    }
}
