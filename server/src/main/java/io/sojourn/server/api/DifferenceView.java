package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.compare.MapDifference.BandDifference;
import io.sojourn.heatmap.compare.MapDifference.ElementDifference;
import io.sojourn.sessions.stats.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The difference of two maps of marks as the API writes it: shares of page views, the first segment less the second. */
record DifferenceView(Side first, Side second, List<View> elements) {

    record Side(String page, String device, long views, long total) {
        static Side of(PointMap map) {
            return new Side(map.page(), map.device(), map.views(), map.total());
        }

        static Side of(BandMap map) {
            return new Side(map.page(), map.device(), map.views(), map.measured());
        }
    }

    record OfBands(Side first, Side second, List<BandDifference> bands) {}

    record Marks(long count, long views) {
        static Marks of(@Nullable MarkedElement element) {
            return element == null ? new Marks(0, 0) : new Marks(element.count(), element.views());
        }
    }

    /**
     * @param difference with its 95 % interval; null where there are too few views to say anything
     * @param level anecdote, indication, finding or strong; only the last two hold among all that were compared
     */
    record View(
            String key,
            String selector,
            String label,
            Marks first,
            Marks second,
            @Nullable Double difference,
            double @Nullable [] interval,
            String level,
            boolean holds,
            @JsonRawValue @Nullable String fingerprint) {
        static View of(ElementDifference one) {
            String level = one.compared().level().name().toLowerCase(Locale.ROOT);
            boolean enough = !level.equals("anecdote");
            Interval interval = one.compared().difference().interval();
            return new View(
                    one.name().key(),
                    one.name().selector(),
                    one.name().label(),
                    Marks.of(one.first()),
                    Marks.of(one.second()),
                    enough ? one.compared().difference().difference() : null,
                    enough ? new double[] {interval.low(), interval.high()} : null,
                    level,
                    one.compared().holds(),
                    one.name().fingerprint().isEmpty() ? null : one.name().fingerprint());
        }
    }

    static DifferenceView of(PointMap first, PointMap second, List<ElementDifference> differences) {
        return new DifferenceView(
                Side.of(first),
                Side.of(second),
                differences.stream().map(View::of).toList());
    }
}
