package io.sojourn.heatmap;

import static io.sojourn.heatmap.HeatEvents.scroll;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sojourn.heatmap.BandMap.Band;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Visits small enough to be worked out by hand: a window of 800 px on a page of 3000 px, so that a band is 30 px. */
class BandMapTest extends HeatFixture {
    private static final double EXACT = 1e-9;

    @Test
    void theFirstWindowIsReachedWithoutAnyScrolling() {
        sessions.follows(aVisit(1).on("/p/lamp"));
        BandMap map = bands("scroll", LAMP);
        // 800 of 3000 px are 26.67 hundredths: 26 whole ones.
        assertThat(map.bands()).hasSize(100);
        assertThat(map.bands().get(25).value()).isEqualTo(1);
        assertThat(map.bands().get(26).value()).isZero();
        assertThat(map.fold()).isCloseTo(800.0 / 3000, within(EXACT));
        assertThat(map.foldPx()).isEqualTo(800);
    }

    @Test
    void aBandIsReachedByTheShareOfViewsThatSawAllOfIt() {
        sessions.follows(
                aVisit(1).on("/p/lamp"),
                aVisit(2).on("/p/lamp").after(Duration.ofSeconds(3)).analysis(scroll(700, 3000, 0)),
                aVisit(3).on("/p/lamp").after(Duration.ofSeconds(3)).analysis(scroll(2200, 3000, 0)),
                aVisit(4).onUnseen("/p/lamp"));
        BandMap map = bands("scroll", LAMP);
        assertThat(map.views()).isEqualTo(3);
        assertThat(map.bands().get(0).value()).isEqualTo(1);
        assertThat(map.bands().get(49).value()).isCloseTo(2.0 / 3, within(EXACT));
        assertThat(map.bands().get(50).value()).isCloseTo(1.0 / 3, within(EXACT));
        assertThat(map.bands().get(99).value()).isCloseTo(1.0 / 3, within(EXACT));
        assertThat(map.bands().get(99).low()).isLessThan(1.0 / 3);
        assertThat(map.bands().get(99).high()).isGreaterThan(1.0 / 3);
    }

    @Test
    void aPageThatGrowsIsMeasuredAsItWasWhenItsDeepestPartWasSeen() {
        sessions.follows(aVisit(1).on("/p/lamp").after(Duration.ofSeconds(2)).analysis(scroll(2200, 6000, 0)));
        BandMap map = bands("scroll", LAMP);
        assertThat(map.bands().get(49).value()).isEqualTo(1);
        assertThat(map.bands().get(50).value()).isZero();
    }

    @Test
    void attentionCountsTheMiddleOfTheWindowFullyAndItsEdgesHalf() {
        sessions.follows(read(1, 10_000));
        BandMap map = bands("attention", LAMP);
        // 10 s at the top: rows 0–160 and 640–800 px count half, 160–640 px fully.
        assertThat(ms(map, 0)).isCloseTo(5_000, within(EXACT));
        // Band 5 is 150–180 px: 10 px at half, 20 px in full.
        assertThat(ms(map, 5)).isCloseTo(10_000 * (10 * 0.5 + 20) / 30, within(1e-6));
        assertThat(ms(map, 10)).isCloseTo(10_000, within(1e-6));
        // Band 26 is 780–810 px: 20 px of it at half.
        assertThat(ms(map, 26)).isCloseTo(10_000 * 20 * 0.5 / 30, within(1e-6));
        assertThat(ms(map, 27)).isCloseTo(0, within(1e-6));
        // In all: 480 px in full and 320 px half, 30 px a band.
        double sum = 10_000 * (480 + 320 * 0.5) / 30;
        assertThat(map.bands().stream().mapToDouble(Band::ms).sum()).isCloseTo(sum, within(1e-3));
        assertThat(map.bands().get(10).value()).isCloseTo(10_000 / sum, within(EXACT));
        assertThat(map.bands().stream().mapToDouble(Band::value).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void timeBeforeAScrollWasSpentAtThePlaceBeforeIt() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .after(Duration.ofSeconds(4))
                .analysis(scroll(1500, 3000, 4_000))
                .after(Duration.ofSeconds(6))
                .engagedFor(Duration.ofSeconds(10)));
        BandMap map = bands("attention", LAMP);
        assertThat(ms(map, 10)).isCloseTo(4_000, within(1e-6));
        // 1500 + 400 px is the middle of the second window: band 63 is 1890–1920 px.
        assertThat(ms(map, 63)).isCloseTo(6_000, within(1e-6));
    }

    @Test
    void noRowOfOneViewCountsMoreThanAMinuteAndAShortViewWeighsAsMuchAsALongOne() {
        sessions.follows(read(1, 600_000), read(2, 3_000));
        BandMap map = bands("attention", LAMP);
        assertThat(map.measured()).isEqualTo(2);
        assertThat(ms(map, 10)).isCloseTo((60_000 + 3_000) / 2.0, within(1e-6));
        double sum = map.bands().stream().mapToDouble(Band::value).sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void whatIsRushedPastGetsNoAttention() {
        // Three windows a second are 600 px in a quarter of one; 1500 px in it is a skim.
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .after(Duration.ofSeconds(4))
                .analysis(scroll(100, 3000, 4_000))
                .after(Duration.ofMillis(250))
                .analysis(scroll(1600, 3000, 4_250))
                .after(Duration.ofSeconds(5))
                .engagedFor(Duration.ofMillis(9_250)));
        BandMap map = bands("attention", LAMP);
        double everything = 4_000 * 640 / 30.0 + 5_000 * 640 / 30.0;
        assertThat(map.bands().stream().mapToDouble(Band::ms).sum()).isCloseTo(everything, within(1e-3));
    }

    @Test
    void anAgentThatDoesNotTellWhenItWasEngagedHasItsTotalSharedOutByVisibleTime() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .after(Duration.ofSeconds(3))
                .analysis(scroll(1500, 3000, 0))
                .after(Duration.ofSeconds(1))
                .engagedFor(Duration.ofSeconds(2)));
        BandMap map = bands("attention", LAMP);
        assertThat(ms(map, 10)).isCloseTo(1_500, within(1e-6));
        assertThat(ms(map, 63)).isCloseTo(500, within(1e-6));
    }

    @Test
    void aPageNobodyReadHasNoAttentionAndAnUnknownPageNoBands() {
        sessions.follows(aVisit(1).on("/p/lamp"));
        assertThat(bands("attention", LAMP).measured()).isZero();
        assertThat(bands("attention", LAMP).bands()).isEmpty();
        HeatQuestion nowhere = HeatQuestion.of(EVERYBODY, "/nowhere", LAMP.device());
        assertThat(bands("scroll", nowhere).bands()).isEmpty();
        assertThat(bands("scroll", nowhere).views()).isZero();
    }

    private static VisitBuilder read(int visit, int ms) {
        return aVisit(visit).on("/p/lamp").after(Duration.ofMillis(ms)).engagedFor(Duration.ofMillis(ms));
    }

    private static double ms(BandMap map, int band) {
        return map.bands().get(band).ms();
    }
}
