package io.sojourn.heatmap.compare;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.BandMap.Band;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.compare.Compared.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between two maps of one kind. Pure. */
public final class MapDifference {
    private MapDifference() {}

    /** @param first in the first segment, null where it has no mark there; likewise {@code second} */
    public record ElementDifference(
            ElementName name,
            @Nullable MarkedElement first,
            @Nullable MarkedElement second,
            Compared compared) {}

    /** @param holds false too where the kind has no shares of views to judge */
    public record BandDifference(
            double from, double to, double first, double second, double low, double high, boolean holds) {}

    /** Every element of either map, the largest difference of its share of views first. */
    public static List<ElementDifference> ofElements(PointMap first, PointMap second) {
        Map<String, @Nullable MarkedElement> ones = byKey(first);
        Map<String, @Nullable MarkedElement> others = byKey(second);
        Map<String, ElementName> names = new LinkedHashMap<>();
        first.elements().forEach(element -> names.put(element.name().key(), element.name()));
        second.elements().forEach(element -> names.putIfAbsent(element.name().key(), element.name()));
        List<String> keys = List.copyOf(names.keySet());
        List<Compared> compared = Compared.of(keys.stream()
                .map(key -> new Pair(views(ones.get(key)), first.views(), views(others.get(key)), second.views()))
                .toList());
        List<ElementDifference> differences = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            ElementName name = names.getOrDefault(key, ElementName.unknown(key));
            differences.add(new ElementDifference(name, ones.get(key), others.get(key), compared.get(i)));
        }
        differences.sort(Comparator.comparingDouble((ElementDifference one) ->
                        Math.abs(one.compared().difference().difference()))
                .reversed());
        return differences;
    }

    /** @param shares whether the values are shares of the measured views, which can be judged */
    public static List<BandDifference> ofBands(BandMap first, BandMap second, boolean shares) {
        int bands = Math.min(first.bands().size(), second.bands().size());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < bands && shares; i++) {
            pairs.add(new Pair(
                    Math.round(first.bands().get(i).value() * first.measured()),
                    first.measured(),
                    Math.round(second.bands().get(i).value() * second.measured()),
                    second.measured()));
        }
        List<Compared> compared = Compared.of(pairs);
        List<BandDifference> differences = new ArrayList<>();
        for (int i = 0; i < bands; i++) {
            Band one = first.bands().get(i);
            Band other = second.bands().get(i);
            double plain = one.value() - other.value();
            Compared judged = shares ? compared.get(i) : null;
            differences.add(new BandDifference(
                    one.from(),
                    one.to(),
                    one.value(),
                    other.value(),
                    judged == null ? plain : judged.difference().interval().low(),
                    judged == null ? plain : judged.difference().interval().high(),
                    judged != null && judged.holds()));
        }
        return differences;
    }

    private static Map<String, @Nullable MarkedElement> byKey(PointMap map) {
        Map<String, @Nullable MarkedElement> elements = new LinkedHashMap<>();
        map.elements().forEach(element -> elements.put(element.name().key(), element));
        return elements;
    }

    private static long views(@Nullable MarkedElement element) {
        return element == null ? 0 : element.views();
    }
}
