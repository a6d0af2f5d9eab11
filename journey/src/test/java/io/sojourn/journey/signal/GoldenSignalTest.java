package io.sojourn.journey.signal;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static io.sojourn.journey.testing.SeenSignals.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.FieldInput;
import io.sojourn.eventlog.wire.FocusStop;
import io.sojourn.eventlog.wire.KeyPress;
import io.sojourn.eventlog.wire.LongTask;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.eventlog.wire.SubmitResult;
import io.sojourn.eventlog.wire.Swipe;
import io.sojourn.eventlog.wire.Thrash;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.journey.testing.SeenSignals;
import io.sojourn.sessions.testing.VisitBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The golden tests of SIGNALS 16 that go beyond single clicks, and for every detector the trap it must not fall into. */
class GoldenSignalTest {
    private static ScriptedVisit form() {
        return aVisit(1).on("/pay").busy(3_000).fills("pay", "name", 2_000).fills("pay", "card", 3_000);
    }

    private static Signal only(ScriptedVisit visit, Kind kind) {
        return SeenSignals.in(visit).stream()
                .filter(signal -> signal.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void g13AResultAfterFiveSecondsWithoutASpinnerIsSlowAndNotDead() {
        assertThat(kinds(aVisit(1).on("/").presses("#go").waits(5_000).pending(Response.MUTATED, 5_000, 5_000)))
                .containsExactly(Kind.SLOW_CLICK);
        assertThat(kinds(aVisit(1).on("/").presses("#go").waits(7_000).pending(Response.NO_RESPONSE, 7_000, 0)))
                .containsExactly(Kind.SLOW_CLICK);
    }

    @Test
    void g14AFormThatComesBackWithFiveOfSixFieldsEmptyIsCleared() {
        ScriptedVisit visit = form().sends("pay", "#pay")
                .waits(900)
                .sent("pay", SubmitResult.Outcome.FAILED, List.of("a", "b", "c", "d", "e"), 0);
        assertThat(kinds(visit)).contains(Kind.FORM_CLEARED, Kind.SUBMIT_FAILED).doesNotContain(Kind.ERROR_LOOP);
        assertThat(only(visit, Kind.FORM_CLEARED).count()).isEqualTo(5);
    }

    @Test
    void g15LosingPasswordAndCardCodeAloneIsUsual() {
        assertThat(kinds(form().sends("pay", "#pay").waits(900).sent("pay", SubmitResult.Outcome.FAILED, List.of(), 2)))
                .contains(Kind.SENSITIVE_CLEARED)
                .doesNotContain(Kind.FORM_CLEARED);
    }

    @Test
    void g16WhatTheBrowserFilledInIsNeitherTypingNorCorrecting() {
        ScriptedVisit visit = aVisit(1).on("/pay");
        for (int i = 0; i < 5; i++) {
            String key = "f" + i;
            visit.waits(12)
                    .add(event -> event.setFieldInput(FieldInput.newBuilder()
                            .setForm("pay")
                            .setKey(key)
                            .setEdits(40)
                            .setDeletions(40)
                            .setAutofilled(true)));
        }
        assertThat(kinds(visit)).isEmpty();
    }

    @Test
    void g17AnAddressTypedIntoASecondFormIsAskedTwiceAndOneThatConfirmsIsNot() {
        assertThat(kinds(aVisit(1).on("/c").typesAgain("step3", "email", "step1", "email", false)))
                .containsExactly(Kind.ASKED_TWICE);
        assertThat(kinds(aVisit(1).on("/c").typesAgain("step1", "email2", "step1", "email", true)))
                .isEmpty();
    }

    @Test
    void g18GoneAfterThreeSecondsWithNothingShownIsLeftWhileLoading() {
        assertThat(kinds(aVisit(1).shows("/slow", 0).waits(3_000).hides())).containsExactly(Kind.LEFT_LOADING);
        assertThat(kinds(aVisit(1).shows("/slow", 900).waits(3_000).hides())).isEmpty();
        assertThat(kinds(aVisit(1).shows("/slow", 0).waits(600).hides())).isEmpty();
    }

    @Test
    void g21InAndStraightBackIsAUTurnUnlessSomethingWasDoneThere() {
        assertThat(kinds(aVisit(1).on("/a").busy(5_000).view("/b").waits(4_000).backTo("/a")))
                .containsExactly(Kind.U_TURN);
        assertThat(kinds(aVisit(1)
                        .on("/a")
                        .busy(5_000)
                        .view("/b")
                        .presses("#x")
                        .waits(4_000)
                        .backTo("/a")))
                .isEmpty();
        assertThat(kinds(aVisit(1)
                        .on("/a")
                        .busy(5_000)
                        .view("/login")
                        .waits(4_000)
                        .backTo("/a")))
                .isEmpty();
    }

    @Test
    void threeUTurnsFromOneListArePogoAndThreeToTheSameThingAreNot() {
        ScriptedVisit visit = aVisit(1).on("/list").busy(2_000);
        for (String to : List.of("/p/1", "/p/2", "/p/3")) {
            visit.view(to).waits(3_000).backTo("/list").busy(1_000);
        }
        assertThat(kinds(visit)).filteredOn(kind -> kind == Kind.POGO).hasSize(1);
        ScriptedVisit same = aVisit(1).on("/list").busy(2_000);
        for (int i = 0; i < 3; i++) {
            same.view("/p/1").waits(3_000).backTo("/list").busy(1_000);
        }
        assertThat(kinds(same)).doesNotContain(Kind.POGO);
    }

    @Test
    void comparingOnPurposeIsNoPogo() {
        ScriptedVisit visit = aVisit(1).on("/list").busy(2_000);
        for (String to : List.of("/p/1", "/p/2", "/p/3", "/p/4")) {
            visit.view(to).waits(14_000).backTo("/list").busy(1_000);
        }
        assertThat(kinds(visit)).isEmpty();
    }

    @Test
    void aLinkToNowhereIsToldWhereItStands() {
        ScriptedVisit visit = aVisit(1).on("/help").busy(1_000).presses("#faq").answered(Response.NAVIGATED, 90);
        Signal found = only(visit.missing("/faq").busy(2_000), Kind.NOT_FOUND);
        assertThat(found.element()).isNotNull();
        assertThat(found.at()).isEqualTo(VisitBuilder.NOON + 1_000);
        assertThat(only(aVisit(2).missing("/old"), Kind.NOT_FOUND).element()).isNull();
    }

    @Test
    void aScriptThatFailsRightAfterAClickIsAnErrorClickAndAnExtensionsIsNot() {
        assertThat(kinds(aVisit(1).on("/").presses("#a").waits(400).scriptFails(ScriptError.Source.SITE)))
                .contains(Kind.ERROR_CLICK);
        for (ScriptError.Source source :
                List.of(ScriptError.Source.EXTENSION, ScriptError.Source.OPAQUE, ScriptError.Source.THIRD_PARTY)) {
            assertThat(kinds(aVisit(1).on("/").presses("#a").waits(400).scriptFails(source)))
                    .isEmpty();
        }
        assertThat(kinds(aVisit(1).on("/").presses("#a").waits(1_200).scriptFails(ScriptError.Source.SITE)))
                .containsExactly(Kind.SCRIPT_ERROR);
    }

    @Test
    void anErrorBelongsToTheLatestClick() {
        ScriptedVisit visit =
                aVisit(1).on("/").presses("#a").waits(300).presses("#b").waits(100);
        Signal error = only(visit.scriptFails(ScriptError.Source.SITE), Kind.ERROR_CLICK);
        assertThat(error.at()).isEqualTo(VisitBuilder.NOON + 300);
    }

    @Test
    void aRequestThatFailsIsAnErrorClickAndOneThatWorkedIsNot() {
        assertThat(kinds(aVisit(1).on("/").presses("#a").waits(700).requestFails(503)))
                .contains(Kind.ERROR_CLICK);
        assertThat(kinds(aVisit(1).on("/").presses("#a").waits(700).requestFails(200)))
                .isEmpty();
    }

    @Test
    void twoPressesOnAGreyButtonWithinTenSecondsCountAndTwoFarApartDoNot() {
        assertThat(kinds(aVisit(1).on("/").pressesDisabled("#a").waits(4_000).pressesDisabled("#a")))
                .containsExactly(Kind.DISABLED);
        assertThat(kinds(aVisit(1).on("/").pressesDisabled("#a").waits(11_000).pressesDisabled("#a")))
                .isEmpty();
    }

    @Test
    void sendingAFormInVainTwiceIsALoop() {
        ScriptedVisit visit = form();
        for (int i = 0; i < 2; i++) {
            visit.sends("pay", "#pay")
                    .waits(500)
                    .sent("pay", SubmitResult.Outcome.FAILED, List.of(), 0)
                    .busy(3_000);
        }
        assertThat(only(visit, Kind.ERROR_LOOP).count()).isEqualTo(2);
        assertThat(kinds(form().sends("pay", "#pay")
                        .waits(500)
                        .sent("pay", SubmitResult.Outcome.SUCCEEDED, List.of(), 0)))
                .isEmpty();
    }

    @Test
    void anAttemptWithInvalidFieldsFailedEvenWhenNobodySaysSo() {
        ScriptedVisit visit = form().sends("pay", "#pay").waits(100).complains("pay", "card");
        assertThat(kinds(visit)).contains(Kind.SUBMIT_FAILED);
    }

    @Test
    void aSearchWithoutResultsCountsOnceItIsMeant() {
        assertThat(kinds(aVisit(1)
                        .on("/s")
                        .searches("lam", 0)
                        .waits(300)
                        .searches("lamp", 9)
                        .waits(900)))
                .isEmpty();
        assertThat(kinds(aVisit(1).on("/s").searches("lamps", 0).waits(3_000).presses("#home")))
                .containsExactly(Kind.ZERO_RESULT);
        assertThat(kinds(aVisit(1)
                        .on("/s")
                        .searches("lamps", 0)
                        .waits(3_000)
                        .searches("lamps", 0)
                        .waits(900)))
                .containsExactly(Kind.ZERO_RESULT);
    }

    @Test
    void aPageThatShowsLateIsSlowFromThenOn() {
        Signal slow = only(aVisit(1).shows("/big", 6_000).busy(9_000), Kind.SLOW_VIEW);
        assertThat(slow.at()).isEqualTo(VisitBuilder.NOON + 4_000);
        assertThat(slow.lostMs()).isEqualTo(2_000);
        assertThat(kinds(aVisit(1).shows("/ok", 3_900).busy(9_000))).isEmpty();
    }

    @Test
    void aKeyThatDoesNothingTwiceIsDead() {
        ScriptedVisit visit = aVisit(1).on("/");
        for (int i = 0; i < 2; i++) {
            visit.hits(KeyPress.Key.ENTER, "#menu").waits(7_000).answered(Response.NO_RESPONSE, 7_000);
        }
        assertThat(kinds(visit)).containsExactly(Kind.DEAD_KEY);
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .hits(KeyPress.Key.TAB, "#menu")
                        .answered(Response.NO_RESPONSE, 7_000)
                        .hits(KeyPress.Key.TAB, "#menu")
                        .answered(Response.NO_RESPONSE, 7_000)))
                .isEmpty();
    }

    @Test
    void tabbingInACircleIsATrapAndTabbingThroughAPageIsNot() {
        assertThat(kinds(tabs(2, 10))).containsExactly(Kind.FOCUS_TRAP);
        assertThat(kinds(tabs(10, 20))).isEmpty();
    }

    private static ScriptedVisit tabs(int elements, int stops) {
        ScriptedVisit visit = aVisit(1).on("/");
        for (int i = 0; i < stops; i++) {
            Element element = VisitBuilder.element("#e" + i % elements);
            visit.waits(300)
                    .add(event -> event.setFocusStop(FocusStop.newBuilder().setElement(element)));
        }
        return visit;
    }

    @Test
    void focusThatIsGoneAfterAKeyIsLostAndAfterAClickIsNot() {
        FocusStop lost = FocusStop.newBuilder().setLost(true).build();
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .hits(KeyPress.Key.ENTER, "#x")
                        .waits(100)
                        .add(event -> event.setFocusStop(lost))))
                .containsExactly(Kind.LOST_FOCUS);
        assertThat(kinds(aVisit(1).on("/").presses("#x").waits(100).add(event -> event.setFocusStop(lost))))
                .isEmpty();
    }

    @Test
    void tapsBesideAControlBeforeItIsHitAreMissed() {
        assertThat(kinds(taps(300))).containsExactly(Kind.MISSED_TAP);
        assertThat(kinds(taps(4_000))).isEmpty();
    }

    private static ScriptedVisit taps(int pause) {
        ScriptedVisit visit = aVisit(1).on("/");
        Element beside =
                Element.newBuilder().setTag("div").setNthPath("html>body>div").build();
        for (int i = 0; i < 2; i++) {
            visit.presses(beside, click -> {
                click.setPointer(PointerKind.TOUCH);
                click.getBoxBuilder().setX(90).setY(180).setWidth(10).setHeight(10);
            });
            visit.waits(pause);
        }
        return visit.presses(VisitBuilder.element("#tiny"), click -> click.setPointer(PointerKind.TOUCH));
    }

    @Test
    void aSwipeThatMovesNothingIsDead() {
        Swipe.Builder swipe = Swipe.newBuilder()
                .setId(1)
                .setElement(VisitBuilder.element("#cards"))
                .setDx(80);
        ScriptedVisit visit = aVisit(1).on("/");
        // The press gives the number that the outcome is about.
        visit.presses("#other").add(event -> event.setSwipe(swipe)).waits(7_000).answered(Response.NO_RESPONSE, 7_000);
        assertThat(kinds(visit)).contains(Kind.DEAD_SWIPE);
        swipe.setScrolled(true);
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .presses("#other")
                        .add(event -> event.setSwipe(swipe))
                        .waits(7_000)
                        .answered(Response.NO_RESPONSE, 7_000)))
                .doesNotContain(Kind.DEAD_SWIPE);
    }

    @Test
    void wildMovementCountsTwiceWithinTenSeconds() {
        Thrash wild = Thrash.newBuilder()
                .setReversals(7)
                .setPathPx(900)
                .setDisplacementPx(50)
                .build();
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .add(e -> e.setThrash(wild))
                        .waits(4_000)
                        .add(e -> e.setThrash(wild))))
                .containsExactly(Kind.THRASH);
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .add(e -> e.setThrash(wild))
                        .waits(12_000)
                        .add(e -> e.setThrash(wild))))
                .isEmpty();
    }

    @Test
    void upAndDownALongPageIsExcessAndReadingItIsNot() {
        assertThat(kinds(scrolls(0, 900, 100, 1_000, 50, 900, 0, 800))).containsExactly(Kind.EXCESS_SCROLL);
        assertThat(kinds(scrolls(0, 400, 800, 1_200, 1_600, 2_000, 0))).isEmpty();
        assertThat(kinds(scrolls(0, 90, 10, 100, 5, 90, 0, 80))).isEmpty();
    }

    private static ScriptedVisit scrolls(int... tops) {
        ScriptedVisit visit = aVisit(1).on("/");
        for (int top : tops) {
            visit.waits(500)
                    .add(event -> event.setScroll(Scroll.newBuilder()
                            .setTop(top)
                            .setViewportHeight(800)
                            .setDocumentHeight(3_000)));
        }
        return visit;
    }

    @Test
    void waitingLongOverAControlBeforeTheFirstPressIsHesitation() {
        ScriptedVisit visit = aVisit(1).on("/").waits(5_000);
        visit.presses(VisitBuilder.element("#buy"), click -> click.setHoveredMs(4_200))
                .answered(Response.MUTATED, 30);
        assertThat(kinds(visit)).containsExactly(Kind.HESITATION);
    }

    @Test
    void aPageThatStandsStillForTwoSecondsFreezes() {
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .add(e -> e.setLongTask(LongTask.newBuilder().setMs(2_400)))))
                .containsExactly(Kind.FREEZE);
        assertThat(kinds(aVisit(1)
                        .on("/")
                        .add(e -> e.setLongTask(LongTask.newBuilder().setMs(900)))))
                .isEmpty();
    }

    @Test
    void theSamePageAgainAndAgainByItselfIsALoop() {
        assertThat(kinds(aVisit(1)
                        .on("/x")
                        .waits(900)
                        .on("/x")
                        .waits(900)
                        .on("/x")
                        .waits(900)))
                .contains(Kind.PAGE_LOOP);
        assertThat(kinds(aVisit(1)
                        .on("/x")
                        .presses("#r")
                        .waits(900)
                        .on("/x")
                        .presses("#r")
                        .waits(900)
                        .on("/x")))
                .doesNotContain(Kind.PAGE_LOOP);
    }

    @Test
    void beingBusyForLongWithoutAnyProgressIsACandidate() {
        ScriptedVisit visit = aVisit(1).on("/price");
        for (int i = 0; i < 5; i++) {
            visit.busy(10_000);
        }
        assertThat(only(visit, Kind.NO_PROGRESS).lostMs()).isEqualTo(50_000);
        ScriptedVisit working = aVisit(1).on("/form");
        for (int i = 0; i < 5; i++) {
            working.fills("form", "f" + i, 10_000);
        }
        assertThat(kinds(working)).isEmpty();
    }

    @Test
    void halfOfWhatWasTypedDeletedAgainIsCorrecting() {
        FieldInput much = FieldInput.newBuilder()
                .setForm("f")
                .setKey("phone")
                .setEdits(30)
                .setDeletions(16)
                .build();
        assertThat(kinds(aVisit(1).on("/").add(event -> event.setFieldInput(much))))
                .containsExactly(Kind.CORRECTIONS);
    }
}
