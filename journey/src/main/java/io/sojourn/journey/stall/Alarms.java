package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.HonestyLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which places are worth an alert now (SIGNALS 11.8). Pure: who was told of what already is the caller's to know. */
public final class Alarms {
    private static final int HOURS = 4 * 168;

    private Alarms() {}

    /** Why. */
    public enum Reason {
        /** A strong finding that nobody was told of. */
        NEW,
        /** It happens more often than it usually does at this hour. */
        UNUSUAL
    }

    public record Alarm(String stall, Reason reason, PlaceItem place) {}

    /**
     * @param told ids of stalls that were alerted as new
     * @param hours per stall the counts of the last four weeks and two hours, oldest first; the first is hour 0 of the week
     */
    public static List<Alarm> now(List<PlaceItem> places, Set<String> told, Map<String, int[]> hours) {
        List<Alarm> alarms = new ArrayList<>();
        for (PlaceItem place : places) {
            if (place.level() == HonestyLevel.STRONG && place.cause().defect() && !told.contains(place.id())) {
                alarms.add(new Alarm(place.id(), Reason.NEW, place));
            } else if (hours.containsKey(place.id()) && unusual(hours.get(place.id()))) {
                alarms.add(new Alarm(place.id(), Reason.UNUSUAL, place));
            }
        }
        return alarms;
    }

    private static boolean unusual(int[] counts) {
        if (counts.length != HOURS + 2) {
            throw new IllegalArgumentException(
                    "four weeks and two hours are " + (HOURS + 2) + ", not " + counts.length);
        }
        UsualRate usual = new UsualRate(java.util.Arrays.copyOf(counts, HOURS));
        return usual.unusual(counts[HOURS], counts[HOURS + 1], 1);
    }
}
