package io.sojourn.heatmap.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.compare.MapDifference.ElementDifference;
import io.sojourn.sessions.stats.Newcombe;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapDifferenceTest {
    @Test
    void theLargestDifferenceComesFirstWithNewcombesInterval() {
        List<ElementDifference> found = MapDifference.ofElements(
                map(1_000, element("buy", 300), element("size", 100)),
                map(1_000, element("buy", 200), element("size", 101)));
        assertThat(found).extracting(one -> one.name().key()).containsExactly("buy", "size");
        Compared buy = found.get(0).compared();
        assertThat(buy.difference().difference()).isCloseTo(0.1, within(1e-9));
        assertThat(buy.difference().interval()).isEqualTo(Newcombe.of(300, 1_000, 200, 1_000));
        assertThat(buy.holds()).isTrue();
        assertThat(found.get(1).compared().holds()).isFalse();
    }

    @Test
    void whatOnlyOneSegmentClickedIsComparedWithNothing() {
        List<ElementDifference> found =
                MapDifference.ofElements(map(500, element("gone", 100)), map(500, element("fresh", 90)));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).second()).isNull();
        assertThat(found.get(1).first()).isNull();
        assertThat(found).allMatch(one -> one.compared().holds());
    }

    @Test
    void aFewViewsProveNothingHoweverLargeTheDifference() {
        List<ElementDifference> found =
                MapDifference.ofElements(map(12, element("buy", 12)), map(9, element("buy", 0)));
        assertThat(found.get(0).compared().holds()).isFalse();
    }

    @Test
    void amongManyComparisonsOfNothingHardlyAnyIsTakenForAFinding() {
        MarkedElement[] ones = new MarkedElement[200];
        MarkedElement[] others = new MarkedElement[200];
        java.util.Random random = new java.util.Random(5);
        for (int at = 0; at < ones.length; at++) {
            ones[at] = element("e" + at, hits(random));
            others[at] = element("e" + at, hits(random));
        }
        long held = MapDifference.ofElements(map(1_000, ones), map(1_000, others)).stream()
                .filter(one -> one.compared().holds())
                .count();
        assertThat(held).isLessThanOrEqualTo(2);
    }

    private static int hits(java.util.Random random) {
        int hits = 0;
        for (int view = 0; view < 1_000; view++) {
            hits += random.nextInt(10) == 0 ? 1 : 0;
        }
        return hits;
    }

    private static PointMap map(long views, MarkedElement... elements) {
        long total = 0;
        for (MarkedElement element : elements) {
            total += element.count();
        }
        return new PointMap("/p/lamp", "desktop", views, total, total, 0, 0, List.of(elements));
    }

    private static MarkedElement element(String key, long views) {
        return new MarkedElement(ElementName.unknown(key), views, views, new ElementBox(0, 0, 0, 0), List.of());
    }
}
