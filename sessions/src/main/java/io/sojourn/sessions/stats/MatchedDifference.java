package io.sojourn.sessions.stats;

import java.util.List;

/**
 * How many more sessions were lost with a signal than without it, among sessions alike (SIGNALS 11.3). An association: a
 * cause is shown only by a fix or an experiment.
 *
 * <p>Strata k hold {@code n1} affected and {@code n0} controls each. {@code RD = Σ n1·(p1 − p0) / Σ n1}, the effect on the
 * affected; {@code Var = Σ n1²·(p̃1(1−p̃1)/(n1+2) + p̃0(1−p̃0)/(n0+2)) / (Σ n1)²} with p̃ = (lost + 1)/(n + 2); the interval is
 * RD ± 1.96·√Var, and {@link Newcombe}'s if there is only one stratum.
 *
 * @param affected affected sessions that were compared
 * @param unmatched affected sessions for which there were no controls; they are in none of the other numbers
 * @param controls sessions they were compared with
 * @param difference of the shares that were lost, −1 to 1; 0 when nothing was compared
 * @param interval of the difference; −1 to 1 when nothing was compared
 * @param pValue two-sided, of the difference being none: of |RD|/√Var, whichever interval is shown
 */
public record MatchedDifference(
        long affected, long unmatched, long controls, double difference, Interval interval, double pValue) {
    private static final Interval ANYTHING = new Interval(-1, 1);

    public static MatchedDifference of(List<Stratum> strata) {
        List<Stratum> matched = strata.stream().filter(Stratum::matched).toList();
        long all = strata.stream().mapToLong(Stratum::affected).sum();
        long affected = matched.stream().mapToLong(Stratum::affected).sum();
        if (affected == 0) {
            return new MatchedDifference(0, all, 0, 0, ANYTHING, 1);
        }
        double difference = 0;
        double variance = 0;
        for (Stratum stratum : matched) {
            double weight = (double) stratum.affected() / affected;
            difference += weight * stratum.difference();
            variance += weight * weight * stratum.variance();
        }
        double error = Math.sqrt(variance);
        return new MatchedDifference(
                affected,
                all - affected,
                matched.stream().mapToLong(Stratum::controls).sum(),
                difference,
                matched.size() == 1 ? newcombe(matched.get(0)) : around(difference, Normal.Z95 * error),
                Normal.beyond(difference / error));
    }

    private static Interval newcombe(Stratum only) {
        return Newcombe.of(only.affectedLost(), only.affected(), only.controlsLost(), only.controls());
    }

    private static Interval around(double difference, double reach) {
        return new Interval(Math.max(-1, difference - reach), Math.min(1, difference + reach));
    }

    /** Extra sessions lost; negative when fewer were lost than among the controls. */
    public double impact() {
        return affected * difference;
    }

    public Interval impactInterval() {
        return interval.times(affected);
    }

    /** What to rank by: the extra sessions that were lost at the very least, never the point estimate. */
    public double rank() {
        return affected * Math.max(0, interval.low());
    }
}
