package io.sojourn.sessions.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    private static final double[] TEN = {.001, .008, .039, .041, .042, .060, .074, .205, .212, .216};

    @Test
    void theFirstSixOfTenPassAtTenPerCent() {
        assertThat(BenjaminiHochberg.passing(TEN, 0.10))
                .containsExactly(true, true, true, true, true, true, false, false, false, false);
    }

    /** Benjamini and Hochberg 1995, section 3.2: of 15 comparisons of two treatments, the first four pass at 5 %. */
    @Test
    void fourOfThePublishedFifteenPassAtFivePerCent() {
        double[] published = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        boolean[] passing = BenjaminiHochberg.passing(published, 0.05);
        for (int i = 0; i < passing.length; i++) {
            assertThat(passing[i]).as("p = %s", published[i]).isEqualTo(i < 4);
        }
    }

    @Test
    void theOrderOfTheAnswersIsThatOfTheQuestions() {
        assertThat(BenjaminiHochberg.passing(new double[] {.9, .001, .5}, 0.10)).containsExactly(false, true, false);
        assertThat(BenjaminiHochberg.passing(new double[0], 0.10)).isEmpty();
    }

    @Test
    void anAdjustedValueIsTheSmallestShareOfMistakesAtWhichItPasses() {
        double[] adjusted = BenjaminiHochberg.adjusted(TEN);
        for (int i = 0; i < TEN.length; i++) {
            assertThat(BenjaminiHochberg.passing(TEN, adjusted[i])[i]).isTrue();
            assertThat(BenjaminiHochberg.passing(TEN, adjusted[i] * 0.999)[i]).isFalse();
        }
    }

    @Test
    void somethingThatIsNoChanceIsRefused() {
        assertThatThrownBy(() -> BenjaminiHochberg.adjusted(new double[] {0.1, Double.NaN}))
                .hasMessage("a p-value of NaN");
    }

    @Test
    void ofWhatPassesAtTenPerCentNoMoreThanATenthIsFalseOnAverage() {
        SplittableRandom random = new SplittableRandom(95);
        int reports = 2_000;
        double falseShares = 0;
        for (int report = 0; report < reports; report++) {
            falseShares += falseShare(random, 90, 10);
        }
        assertThat(falseShares / reports).isBetween(0.07, 0.10);
    }

    /** Of a report on so many pairs where nothing is and so many where something is. */
    private static double falseShare(SplittableRandom random, int nothing, int something) {
        double[] p = new double[nothing + something];
        for (int i = 0; i < p.length; i++) {
            p[i] = i < nothing ? random.nextDouble() : random.nextDouble() / 1_000;
        }
        boolean[] passing = BenjaminiHochberg.passing(p, 0.10);
        int passed = 0;
        int mistaken = 0;
        for (int i = 0; i < p.length; i++) {
            passed += passing[i] ? 1 : 0;
            mistaken += passing[i] && i < nothing ? 1 : 0;
        }
        return passed == 0 ? 0 : (double) mistaken / passed;
    }
}
