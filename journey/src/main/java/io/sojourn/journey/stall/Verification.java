package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Newcombe;
import io.sojourn.sessions.stats.Wilson;
import java.util.Locale;

/**
 * Whether a release mended a stall (SIGNALS 11.7): the share of visits to the page that stalled there, and the share that was
 * lost, before and after. Mended is what certainly became less than half as frequent; a place is chosen because it was bad, so
 * some getting better by itself must be expected.
 */
public record Verification(Verdict verdict, Side before, Side after, Interval stalledShare, Interval lostShare) {
    private static final int MIN_STALLED = 30;
    private static final int MIN_VISITS = 100;
    private static final double MIN_EXPOSED = 0.95;

    /** What the figures say. */
    public enum Verdict {
        FIXED,
        NOT_FIXED,
        WORSE,
        NOT_ENOUGH_DATA;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param from epoch ms
     * @param to epoch ms, exclusive
     * @param visits that saw the page and are over
     * @param exposed of those, the visits that began in this stretch of time, and so saw one version of the site only
     */
    public record Side(long from, long to, long visits, long stalled, long lost, long exposed) {
        public double stalledShare() {
            return visits == 0 ? 0 : (double) stalled / visits;
        }

        public double lostShare() {
            return visits == 0 ? 0 : (double) lost / visits;
        }
    }

    public static Verification of(Side before, Side after) {
        Interval stalled = Newcombe.of(after.stalled(), after.visits(), before.stalled(), before.visits());
        Interval lost = Newcombe.of(after.lost(), after.visits(), before.lost(), before.visits());
        return new Verification(verdict(before, after, stalled), before, after, stalled, lost);
    }

    private static Verdict verdict(Side before, Side after, Interval difference) {
        boolean onNew = after.exposed() >= MIN_EXPOSED * after.visits();
        if (before.stalled() < MIN_STALLED || after.visits() < MIN_VISITS || !onNew) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (difference.low() > 0) {
            return Verdict.WORSE;
        }
        Interval now = Wilson.of(after.stalled(), after.visits());
        double half = before.stalledShare() / 2;
        if (now.high() < half) {
            return Verdict.FIXED;
        }
        return now.low() > half ? Verdict.NOT_FIXED : Verdict.NOT_ENOUGH_DATA;
    }

    public String sentence() {
        String figures = String.format(
                Locale.ROOT,
                "%.1f %% of %d visits stalled there before, %.1f %% of %d since",
                before.stalledShare() * 100,
                before.visits(),
                after.stalledShare() * 100,
                after.visits());
        return switch (verdict) {
            case FIXED -> "Fixed: " + figures + ".";
            case NOT_FIXED -> "Not fixed: " + figures + ".";
            case WORSE -> "It got worse: " + figures + ".";
            case NOT_ENOUGH_DATA -> "Too little is known yet: " + figures + ".";
        };
    }
}
