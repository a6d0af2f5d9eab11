package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0, 10, 0.0, 27.8", "3, 10, 10.8, 60.3", "12, 40, 18.1, 45.4", "300, 1000, 27.2, 32.9"})
    void g25SharesHaveTheIntervalsOfOurDefinitions(long hits, long n, double low, double high) {
        assertThat(Wilson.of(hits, n).low() * 100).isCloseTo(low, within(0.05));
        assertThat(Wilson.of(hits, n).high() * 100).isCloseTo(high, within(0.05));
    }

    /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
    })
    void sharesHaveThePublishedIntervals(long hits, long n, double low, double high) {
        assertThat(Wilson.of(hits, n).low()).isCloseTo(low, within(0.000_05));
        assertThat(Wilson.of(hits, n).high()).isCloseTo(high, within(0.000_05));
    }

    @Test
    void ofNothingAnyShareIsPossible() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Interval(0, 1));
        assertThat(Wilson.effectiveSize()).isZero();
    }

    @Test
    void weightedCasesSayAsMuchAsFewerEqualOnes() {
        double[] weights = new double[120];
        Arrays.fill(weights, 0, 100, 1);
        Arrays.fill(weights, 100, 120, 10);

        assertThat(Wilson.effectiveSize(weights)).isCloseTo(42.9, within(0.05));
        assertThat(Wilson.effectiveSize(3, 3, 3)).isCloseTo(3, within(1e-12));
        assertThat(Wilson.of(0.3, 40)).isEqualTo(Wilson.of(12, 40));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("3 of 2");
        assertThatThrownBy(() -> Wilson.of(Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.effectiveSize(1, -1)).hasMessageContaining("cannot weigh -1.0");
    }

    @Test
    void nineteenIntervalsInTwentyHoldTheTrueShare() {
        SplittableRandom random = new SplittableRandom(11);
        int runs = 40_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            double share = random.nextDouble(0.02, 0.98);
            int n = random.nextInt(20, 300);
            held += Wilson.of(Chance.hits(random, n, share), n).contains(share) ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.93, 0.97);
    }
}
