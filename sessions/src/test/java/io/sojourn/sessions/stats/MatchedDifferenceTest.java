package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatchedDifferenceTest {
    private static final List<Stratum> TWO_STRATA =
            List.of(new Stratum(60, 40, 300, 120), new Stratum(40, 18, 320, 80));

    @Test
    void g26StrataAreWeighedByTheirAffectedSessions() {
        MatchedDifference compared = MatchedDifference.of(TWO_STRATA);

        assertThat(compared.difference() * 100).isCloseTo(24.0, within(0.05));
        assertThat(compared.interval().low() * 100).isCloseTo(14.0, within(0.05));
        assertThat(compared.interval().high() * 100).isCloseTo(34.0, within(0.05));
        assertThat(compared.affected()).isEqualTo(100);
        assertThat(compared.controls()).isEqualTo(620);
        assertThat(compared.pValue()).isLessThan(0.000_01);
    }

    @Test
    void impactIsExtraSessionsLostAndRanksByItsLowerBound() {
        MatchedDifference compared = MatchedDifference.of(TWO_STRATA);

        assertThat(compared.impact()).isCloseTo(24.0, within(0.05));
        assertThat(compared.impactInterval().low()).isCloseTo(14.0, within(0.05));
        assertThat(compared.impactInterval().high()).isCloseTo(34.0, within(0.05));
        assertThat(compared.rank()).isEqualTo(compared.impactInterval().low());
    }

    @Test
    void oneStratumHasNewcombesInterval() {
        MatchedDifference compared = MatchedDifference.of(List.of(new Stratum(60, 33, 300, 90)));

        assertThat(compared.difference()).isCloseTo(0.25, within(1e-12));
        assertThat(compared.interval()).isEqualTo(Newcombe.of(33, 60, 90, 300));
    }

    @Test
    void affectedSessionsWithoutControlsAreReportedAndNotCounted() {
        List<Stratum> more = new ArrayList<>(TWO_STRATA);
        more.add(new Stratum(7, 7, 0, 0));
        more.add(new Stratum(0, 0, 900, 1));

        MatchedDifference with = MatchedDifference.of(more);
        MatchedDifference without = MatchedDifference.of(TWO_STRATA);
        assertThat(with.unmatched()).isEqualTo(7);
        assertThat(with.controls()).isEqualTo(620);
        assertThat(with.interval()).isEqualTo(without.interval());
        assertThat(with.rank()).isEqualTo(without.rank());
    }

    @Test
    void whenNothingCanBeComparedAnythingIsPossible() {
        MatchedDifference nothing = MatchedDifference.of(List.of(new Stratum(5, 5, 0, 0)));

        assertThat(nothing).isEqualTo(new MatchedDifference(0, 5, 0, 0, new Interval(-1, 1), 1));
        assertThat(nothing.rank()).isZero();
        assertThat(MatchedDifference.of(List.of()).unmatched()).isZero();
    }

    @Test
    void whatHelpsIsNotRanked() {
        MatchedDifference helps = MatchedDifference.of(List.of(new Stratum(100, 10, 500, 300)));
        assertThat(helps.impact()).isNegative();
        assertThat(helps.rank()).isZero();
    }

    @Test
    void moreLostThanThereWereIsRefused() {
        assertThatThrownBy(() -> new Stratum(3, 4, 1, 0)).hasMessage("more were lost than there were");
    }

    @Test
    void nineteenIntervalsInTwentyHoldTheTrueDifference() {
        SplittableRandom random = new SplittableRandom(26);
        int runs = 8_000;
        int held = 0;
        int significant = 0;
        for (int run = 0; run < runs; run++) {
            Truth truth = new Truth(random, 5);
            MatchedDifference seen = MatchedDifference.of(truth.strata);
            held += seen.interval().contains(truth.difference) ? 1 : 0;
            significant += MatchedDifference.of(new Truth(random, 5, 0).strata).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.93, 0.97);
        assertThat((double) significant / runs).isBetween(0.03, 0.07);
    }

    /** Sessions drawn from strata of known rates. */
    private static final class Truth {
        final List<Stratum> strata = new ArrayList<>();
        final double difference;

        Truth(SplittableRandom random, int count) {
            this(random, count, 0.3);
        }

        Truth(SplittableRandom random, int count, double greatestLift) {
            double weighted = 0;
            int all = 0;
            for (int i = 0; i < count; i++) {
                int affected = random.nextInt(5, 60);
                int controls = affected * random.nextInt(2, 6);
                double base = random.nextDouble(0.1, 0.6);
                double lift = random.nextDouble() * greatestLift;
                strata.add(new Stratum(
                        affected,
                        Chance.hits(random, affected, base + lift),
                        controls,
                        Chance.hits(random, controls, base)));
                weighted += affected * lift;
                all += affected;
            }
            difference = weighted / all;
        }
    }
}
