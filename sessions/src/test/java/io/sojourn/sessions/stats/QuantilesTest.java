package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    /** R: {@code quantile(1:10, c(.25, .5, .75, .9))}; 1 to 10 in any order. */
    @Test
    void quartilesAreThoseOfR() {
        Quantiles tenNumbers = Quantiles.of(7, 3, 10, 1, 5, 9, 2, 8, 4, 6L);
        assertThat(tenNumbers.at(0.25)).isEqualTo(3.25);
        assertThat(tenNumbers.median()).isEqualTo(5.5);
        assertThat(tenNumbers.at(0.75)).isEqualTo(7.75);
        assertThat(tenNumbers.at(0.9)).isCloseTo(9.1, within(1e-12));
    }

    @Test
    void theEndsAreTheLeastAndTheGreatest() {
        Quantiles some = Quantiles.of(30.0, 10.0, 20.0);
        assertThat(some.at(0)).isEqualTo(10);
        assertThat(some.at(1)).isEqualTo(30);
        assertThat(Quantiles.of(4L).at(0.75)).isEqualTo(4);
    }

    @Test
    void theValuesGivenStayInTheirOrder() {
        double[] values = {3, 1, 2};
        assertThat(Quantiles.of(values).median()).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void ofNothingThereAreNoQuantiles() {
        assertThatThrownBy(() -> Quantiles.of(new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1L).at(75)).hasMessage("a quantile at 75.0");
    }
}
