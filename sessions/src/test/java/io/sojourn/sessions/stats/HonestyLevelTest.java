package io.sojourn.sessions.stats;

import static io.sojourn.sessions.stats.HonestyLevel.ANECDOTE;
import static io.sojourn.sessions.stats.HonestyLevel.FINDING;
import static io.sojourn.sessions.stats.HonestyLevel.INDICATION;
import static io.sojourn.sessions.stats.HonestyLevel.STRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HonestyLevelTest {
    @Test
    void fewSessionsAreAnAnecdoteHoweverBadTheyWent() {
        assertThat(level(29, 29, 1_000, 0)).isEqualTo(ANECDOTE);
        assertThat(level(500, 500, 99, 0)).isEqualTo(ANECDOTE);
    }

    @Test
    void whatMayBeChanceIsAnIndication() {
        assertThat(level(30, 13, 100, 40)).isEqualTo(INDICATION);
    }

    @Test
    void whatIsHardlyChanceIsAFinding() {
        assertThat(level(60, 33, 300, 90)).isEqualTo(FINDING);
    }

    @Test
    void aFindingOfManyThatCostsTwoPointsIsStrong() {
        assertThat(level(200, 110, 1_000, 300)).isEqualTo(STRONG);
        assertThat(level(10_000, 3_200, 50_000, 15_000))
                .as("a low bound of one point")
                .isEqualTo(FINDING);
    }

    @Test
    void aSignalThatGoesWithFewerLossesIsNeverStrong() {
        assertThat(level(200, 20, 1_000, 300)).isEqualTo(FINDING);
    }

    @Test
    void amongManyComparisonsOneInTwentyIsNoLongerAFinding() {
        MatchedDifference lucky = compared(60, 27, 300, 90);
        assertThat(lucky.pValue()).isBetween(0.02, 0.05);
        assertThat(HonestyLevel.ofReport(List.of(lucky))).containsExactly(FINDING);

        List<MatchedDifference> report = new ArrayList<>(Collections.nCopies(19, compared(60, 18, 300, 90)));
        report.add(lucky);
        assertThat(HonestyLevel.ofReport(report)).containsOnly(INDICATION).hasSize(20);
    }

    @Test
    void anecdotesAreNoPartOfTheFamily() {
        List<MatchedDifference> report = new ArrayList<>(Collections.nCopies(100, compared(29, 9, 300, 90)));
        report.add(compared(60, 27, 300, 90));
        assertThat(HonestyLevel.ofReport(report)).startsWith(ANECDOTE).endsWith(FINDING);
    }

    private static HonestyLevel level(long affected, long lost, long controls, long controlsLost) {
        return HonestyLevel.ofReport(List.of(compared(affected, lost, controls, controlsLost)))
                .get(0);
    }

    private static MatchedDifference compared(long affected, long lost, long controls, long controlsLost) {
        return MatchedDifference.of(List.of(new Stratum(affected, lost, controls, controlsLost)));
    }
}
