package io.sojourn.sessions.stats;

import java.util.ArrayList;
import java.util.List;

/** How much a comparison may claim (SIGNALS 11.5). In rising order. */
public enum HonestyLevel {
    /** Fewer than 30 affected or 100 controls: show the count and replays, no difference and no rank. */
    ANECDOTE,
    /** Enough sessions, but it may be chance: show the difference with its interval, unranked. */
    INDICATION,
    /** The interval excludes zero, and it holds among all that were looked at: rank it. */
    FINDING,
    /** A finding of 100 affected or more that costs at least two points: worth an alert. */
    STRONG;

    /** Of the findings in one report, the share that may be false (SIGNALS 11.6). */
    public static final double FALSE_DISCOVERIES = 0.10;

    private static final int MIN_AFFECTED = 30;
    private static final int MIN_CONTROLS = 100;
    private static final int MANY_AFFECTED = 100;
    private static final double NOTABLE = 0.02;

    /**
     * The levels of everything one report compared, in its order. They stand together: whatever has enough sessions to be an
     * indication is one family for {@link BenjaminiHochberg}, so a filtered part of a report must not be judged by itself.
     */
    public static List<HonestyLevel> ofReport(List<MatchedDifference> report) {
        double[] family = report.stream()
                .filter(HonestyLevel::enough)
                .mapToDouble(MatchedDifference::pValue)
                .toArray();
        boolean[] passing = BenjaminiHochberg.passing(family, FALSE_DISCOVERIES);
        List<HonestyLevel> levels = new ArrayList<>();
        int next = 0;
        for (MatchedDifference compared : report) {
            levels.add(enough(compared) ? of(compared, passing[next++]) : ANECDOTE);
        }
        return levels;
    }

    /** @param passes whether it holds among all that were looked at with it */
    public static HonestyLevel of(MatchedDifference compared, boolean passes) {
        if (!enough(compared)) {
            return ANECDOTE;
        }
        if (!passes || compared.interval().contains(0)) {
            return INDICATION;
        }
        boolean strong =
                compared.affected() >= MANY_AFFECTED && compared.interval().low() >= NOTABLE;
        return strong ? STRONG : FINDING;
    }

    private static boolean enough(MatchedDifference compared) {
        return compared.affected() >= MIN_AFFECTED && compared.controls() >= MIN_CONTROLS;
    }
}
