package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** Twice the upper tails of Abramowitz and Stegun, tables 26.1 and 26.2. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 0.317310507863",
        "2, 0.045500263896",
        "3, 0.002699796063",
        "5, 5.733031438e-7",
        "10, 1.523970605e-23",
    })
    void bothTailsAreThoseOfTheTables(double z, double chance) {
        assertThat(Normal.beyond(z)).isCloseTo(chance, withinPercentage(1e-7));
        assertThat(Normal.beyond(-z)).isEqualTo(Normal.beyond(z));
    }

    @Test
    void theTwoWaysToComputeItMeet() {
        assertThat(Normal.beyond(Math.nextDown(3.0))).isCloseTo(Normal.beyond(3), withinPercentage(1e-9));
        assertThat(Normal.beyond(Normal.Z95)).isCloseTo(0.05, withinPercentage(1e-10));
    }
}
