package io.sojourn.heatmap;

import static io.sojourn.heatmap.HeatEvents.closes;
import static io.sojourn.heatmap.HeatEvents.opens;
import static io.sojourn.heatmap.HeatEvents.rest;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.kind.HeatKind;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.heatmap.store.Backdrops;
import io.sojourn.heatmap.store.PageStates;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindTest extends HeatFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    /** Rage at each click. */
    @Override
    List<Derivation> further() {
        return List.of(new EveryClickRages());
    }

    @Test
    void everyKindOfTheApiIsThere() {
        assertThat(HeatKinds.ALL)
                .extracting(HeatKind::key)
                .containsExactlyInAnyOrder(
                        "click",
                        "first-click",
                        "rage",
                        "dead",
                        "error",
                        "move",
                        "scroll",
                        "attention",
                        "form",
                        "time-lost");
    }

    @Test
    void theFirstClickOfEachPageViewHasAMapOfItsOwn() {
        sessions.follows(
                aVisit(1).on("/p/lamp").clicks("#size").clicks("#buy").clicks("#buy"),
                aVisit(2).on("/p/lamp").clicks("#buy").on("/p/lamp").clicks("#size"));
        PointMap map = points("first-click", LAMP);
        assertThat(map.total()).isEqualTo(3);
        assertThat(counts(map)).containsExactly(2L, 1L);
    }

    @Test
    void oncePerViewACarouselDoesNotOutshineThePage() {
        VisitBuilder visit = aVisit(1).on("/p/lamp");
        for (int click = 0; click < 20; click++) {
            visit.clicks("#next");
        }
        sessions.follows(visit.clicks("#buy"), aVisit(2).on("/p/lamp").clicks("#buy"));
        PointMap each = points("click", LAMP);
        assertThat(counts(each)).containsExactly(20L, 2L);
        assertThat(each.elements()).extracting(MarkedElement::views).containsExactly(1L, 2L);
        PointMap once = points("click", LAMP.oncePerView());
        assertThat(once.total()).isEqualTo(3);
        assertThat(counts(once)).containsExactly(2L, 1L);
    }

    @Test
    void restsOfTheMouseWeighByTheirLength() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .analysis(rest("#photo", 1_500))
                .analysis(rest("#photo", 240))
                .analysis(rest("#buy", 300)));
        PointMap map = points("move", LAMP);
        assertThat(counts(map)).containsExactly(17L, 3L);
        assertThat(map.total()).isEqualTo(20);
        assertThat(map.elements().get(0).cells()).extracting(Cell::n).containsExactly(17L);
        assertThat(points("click", LAMP).total()).isZero();
    }

    @Test
    void clicksInADialogAreNotThoseOfThePageUnderIt() {
        sessions.follows(
                aVisit(1)
                        .on("/p/lamp")
                        .clicks("#buy")
                        .analysis(opens("#sizes"))
                        .clicks("#large")
                        .clicks("#large")
                        .analysis(closes("#sizes"))
                        .clicks("#buy"),
                aVisit(2).on("/p/lamp").clicks("#buy"));

        List<StateOfPage> states = new PageStates(facts()).of(LAMP);
        assertThat(states).extracting(StateOfPage::clicks).containsExactly(3L, 2L);
        assertThat(states).extracting(StateOfPage::views).containsExactly(2L, 1L);
        PointMap base = points("click", LAMP.in(PageState.BASE));
        assertThat(counts(base)).containsExactly(3L);
        PointMap dialog = points("click", LAMP.in(states.get(1).state()));
        assertThat(dialog.views()).isEqualTo(1);
        assertThat(counts(dialog)).containsExactly(2L);
        assertThat(points("click", LAMP).total()).isEqualTo(base.total() + dialog.total());
    }

    @Test
    void theBackdropStandsInTheStateAskedFor() {
        VisitBuilder visit = aVisit(1)
                .recorded()
                .on("/p/lamp")
                .after(Duration.ofSeconds(2))
                .analysis(opens("#sizes"))
                .after(A_WHILE)
                .analysis(closes("#sizes"))
                .after(A_WHILE)
                .clicks("#buy");
        sessions.follows(visit);
        PageState dialog = new PageStates(facts()).of(LAMP).get(1).state();
        Backdrops backdrops = new Backdrops(facts());
        long opened = VisitBuilder.NOON + 2_000;
        assertThat(backdrops.candidates(LAMP.in(dialog)).get(0).moment()).isBetween(opened, opened + 5_000);
        assertThat(backdrops.candidates(LAMP).get(0).moment()).isLessThan(opened);
    }

    @Test
    void theMostCommonLayoutIsDrawnOnFirst() {
        VisitBuilder odd = aVisit(1).recorded().on("/p/lamp").after(A_WHILE).analysis(HeatEvents.scroll(0, 9_000, 0));
        VisitBuilder usual = aVisit(2).recorded().on("/p/lamp").after(A_WHILE).analysis(HeatEvents.scroll(0, 3_000, 0));
        sessions.follows(usual, aVisit(3).on("/p/lamp").after(A_WHILE).analysis(HeatEvents.scroll(0, 3_050, 0)), odd);
        List<Backdrop> found = new Backdrops(facts()).candidates(LAMP);
        assertThat(found).extracting(Backdrop::session).containsExactly(usual.id(), odd.id());
        assertThat(found).extracting(Backdrop::layoutViews).containsExactly(2L, 1L);
        assertThat(found.get(0).views()).isEqualTo(3);
    }

    @Test
    void signsOfFrictionLieWhereTheirClickFell() {
        sessions.follows(
                aVisit(1).on("/p/lamp").clicks("#buy", 0, 0),
                aVisit(2).onMobile().on("/p/lamp").clicks("#buy"));
        PointMap map = points("rage", LAMP);
        assertThat(counts(map)).containsExactly(1L);
        assertThat(map.elements().get(0).cells().get(0).x()).isLessThan(2_000);
        assertThat(points("rage", HeatQuestion.of(EVERYBODY, "/p/lamp", Device.MOBILE))
                        .total())
                .isEqualTo(1);
        assertThat(points("time-lost", LAMP).total()).isEqualTo(EveryClickRages.LOST_MS);
    }

    @Test
    void noMomentOfAVisitIsLostTwice() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .clicks("#buy")
                .after(Duration.ofMillis(200))
                .clicks("#buy")
                .after(Duration.ofMillis(100))
                .clicks("#size"));
        assertThat(points("rage", LAMP).total()).isEqualTo(3);
        assertThat(points("time-lost", LAMP).total()).isEqualTo(300 + EveryClickRages.LOST_MS);
    }

    private static List<Long> counts(PointMap map) {
        return map.elements().stream().map(MarkedElement::count).toList();
    }
}
