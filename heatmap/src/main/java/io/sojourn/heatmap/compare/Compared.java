package io.sojourn.heatmap.compare;

import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import io.sojourn.sessions.stats.Stratum;
import java.util.ArrayList;
import java.util.List;

/**
 * The shares of page views of two segments, one pair for each thing compared, judged together: all of them are one family for
 * Benjamini and Hochberg, and below the least sample nothing is claimed (SIGNALS 11.5, 11.6). A difference is an association.
 *
 * @param difference with Newcombe's interval; the first segment less the second
 */
public record Compared(MatchedDifference difference, HonestyLevel level) {

    /** @param hits of so many views, at most all of them */
    public record Pair(long hits1, long views1, long hits2, long views2) {}

    /** In the order of the pairs. */
    public static List<Compared> of(List<Pair> pairs) {
        List<MatchedDifference> report = pairs.stream()
                .map(pair -> MatchedDifference.of(List.of(new Stratum(
                        pair.views1(),
                        Math.min(pair.hits1(), pair.views1()),
                        pair.views2(),
                        Math.min(pair.hits2(), pair.views2())))))
                .toList();
        List<HonestyLevel> levels = HonestyLevel.ofReport(report);
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < report.size(); i++) {
            compared.add(new Compared(report.get(i), levels.get(i)));
        }
        return compared;
    }

    /** Whether it may be spoken of as a difference. */
    public boolean holds() {
        return level.compareTo(HonestyLevel.FINDING) >= 0;
    }
}
