package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewcombeTest {
    @Test
    void g27ThirtyThreeOfSixtyAgainstNinetyOfThreeHundred() {
        Interval points = Newcombe.of(33, 60, 90, 300).times(100);
        assertThat(points.low()).isCloseTo(11.4, within(0.05));
        assertThat(points.high()).isCloseTo(37.9, within(0.05));
    }

    /** Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}")
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000",
    })
    void differencesHaveThePublishedIntervals(long x1, long n1, long x2, long n2, double low, double high) {
        assertThat(Newcombe.of(x1, n1, x2, n2).low()).isCloseTo(low, within(0.000_05));
        assertThat(Newcombe.of(x1, n1, x2, n2).high()).isCloseTo(high, within(0.000_05));
    }

    @Test
    void theDifferenceTheOtherWayRoundIsItsMirror() {
        Interval one = Newcombe.of(7, 20, 30, 40);
        Interval other = Newcombe.of(30, 40, 7, 20);
        assertThat(other.low()).isCloseTo(-one.high(), within(1e-12));
        assertThat(other.high()).isCloseTo(-one.low(), within(1e-12));
    }

    @Test
    void anEmptyGroupMayHaveAnyShare() {
        assertThat(Newcombe.of(0, 0, 0, 0)).isEqualTo(new Interval(-1, 1));
        assertThat(Newcombe.of(10, 10, 0, 0).high()).isEqualTo(1);
        assertThat(Newcombe.of(0, 0, 10, 10).low()).isEqualTo(-1);
    }

    @Test
    void nineteenIntervalsInTwentyHoldTheTrueDifference() {
        SplittableRandom random = new SplittableRandom(27);
        int runs = 30_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            double first = random.nextDouble(0.02, 0.98);
            double second = random.nextDouble(0.02, 0.98);
            int n1 = random.nextInt(20, 150);
            int n2 = random.nextInt(20, 400);
            Interval interval = Newcombe.of(Chance.hits(random, n1, first), n1, Chance.hits(random, n2, second), n2);
            held += interval.contains(first - second) ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.93, 0.97);
    }
}
