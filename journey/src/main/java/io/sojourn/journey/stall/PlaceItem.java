package io.sojourn.journey.stall;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where visitors stall.
 *
 * @param kinds visits by kind of sign, the most first
 * @param lostMs no moment of a visit is counted at two places
 * @param compared null where there are too few visits to compare
 * @param rank from 1; null for what is no finding
 */
public record PlaceItem(
        String id,
        StallRow.Place place,
        String kind,
        Map<String, Integer> kinds,
        Cause cause,
        Map<String, Integer> causes,
        int sessions,
        int episodes,
        Map<String, Integer> outcomes,
        long lostMs,
        @Nullable MatchedDifference compared,
        HonestyLevel level,
        @Nullable Integer rank,
        List<Day> trend,
        List<Example> examples) {

    /** @param from epoch ms, a day in UTC @param visits of that page */
    public record Day(long from, int sessions, int visits) {}

    /** @param atMs since the visit began */
    public record Example(Id128 session, long atMs, boolean recorded) {}

    PlaceItem at(HonestyLevel judged, @Nullable Integer ranked) {
        return new PlaceItem(
                id, place, kind, kinds, cause, causes, sessions, episodes, outcomes, lostMs, compared, judged, ranked,
                trend, examples);
    }

    /** Extra visits lost at the very least. */
    double least() {
        return compared == null ? 0 : compared.rank();
    }
}
