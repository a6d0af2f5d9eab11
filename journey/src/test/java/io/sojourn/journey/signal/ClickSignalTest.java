package io.sojourn.journey.signal;

import static io.sojourn.journey.signal.ClickStory.aPage;
import static io.sojourn.journey.signal.ClickStory.dead;
import static io.sojourn.journey.signal.ClickStory.rage;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Response;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden clicks of SIGNALS 16, as far as the agent's outcomes let them reach the server, and what they leave open. */
class ClickSignalTest {
    @Test
    void g1ThreeClicksOnAWorkingButtonAreNoRage() {
        assertThat(aPage().clicks("#pay", Response.MUTATED, 0, 900, 1_800).signals())
                .isEmpty();
    }

    @Test
    void g2FourClicksInAMomentAreOneRage() {
        assertThat(aPage().clicks("#pay", Response.MUTATED, 0)
                        .clicks("#pay", 300, 600, 900)
                        .signals())
                .containsExactly(rage(0, 900, 4));
    }

    @Test
    void g3ThreeSlowClicksOnAButtonThatNeverAnswersAreRageAndDead() {
        assertThat(aPage().unanswered("#pay", 7_000, 0, 2_500, 5_000).signals())
                .containsExactly(rage(0, 5_000, 3), dead(0, 12_000, 3));
    }

    @Test
    void g4SelectingAParagraphByTripleClickIsNothing() {
        assertThat(aPage().clicks("p", Response.SELECTION_CHANGED, 0)
                        .clicks("p", 150, 300)
                        .signals())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "-", "\u2212", "\u2013", "<", ">", "Next", "Next page", "prev", "Previous"})
    void g5SixClicksOnAStepperAreNothing(String label) {
        ClickStory story = aPage();
        for (int at = 0; at < 2_000; at += 180) {
            story.click(at, click -> click.getElementBuilder().setLabel(label));
        }
        assertThat(story.signals()).isEmpty();
    }

    @Test
    void g6AMenuThatOpensOnThePressIsNotDead() {
        assertThat(aPage().clicks("#menu", Response.MUTATED, 0).signals()).isEmpty();
    }

    @Test
    void g7WhatLooksPressableAndNeverAnswersIsDead() {
        assertThat(aPage().unanswered("div", 7_000, 0).signals()).containsExactly(dead(0, 7_000, 1));
    }

    @Test
    void g8SilenceUntilTheTabIsClosedAfterFourSecondsIsDead() {
        assertThat(aPage().unanswered("#pay", 4_000, 0).signals()).containsExactly(dead(0, 4_000, 1));
    }

    @Test
    void g9WhetherAClickWasDeadIsUnknownWhenTheTabIsClosedAfterASecond() {
        assertThat(aPage().clicks("#pay", Response.UNKNOWN_LEFT, 0).signals()).isEmpty();
        assertThat(aPage().unanswered("#pay", 1_000, 0).signals()).isEmpty();
    }

    @Test
    void g10AClickThatIsNotWatchedIsNotDead() {
        assertThat(aPage().clicks("a", 0, 3_000, 6_000).signals()).isEmpty();
    }

    @Test
    void g11ALateAnswerIsSlowAndNotDead() {
        assertThat(aPage().answered("#pay", Response.MUTATED, 4_200, 0).signals())
                .containsExactly(new Signal(Signal.Kind.SLOW_CLICK, null, 0, 4_200, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Response.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_RESPONSE", "UNRECOGNIZED"})
    void nothingButSilenceIsDead(Response response) {
        assertThat(aPage().clicks("#pay", response, 0, 2_000, 4_000).signals()).isEmpty();
    }

    @Test
    void aTripleClickOnADeadButtonIsRageAlthoughOnlyItsFirstClickWasWatched() {
        assertThat(aPage().unanswered("#pay", 7_000, 0).clicks("#pay", 300, 600).signals())
                .containsExactly(rage(0, 600, 3), dead(0, 7_000, 1));
    }

    @Test
    void hammeringOnADeadButtonIsToldOnce() {
        assertThat(aPage().unanswered("#pay", 7_000, 0)
                        .clicks("#pay", 200, 400, 600, 800)
                        .unanswered("#pay", 7_000, 3_000)
                        .signals())
                .containsExactly(rage(0, 3_000, 6), dead(0, 10_000, 2));
    }

    @Test
    void anAnswerEndsWhatWasUnanswered() {
        assertThat(aPage().unanswered("#pay", 7_000, 0, 2_000)
                        .clicks("#pay", Response.MUTATED, 4_000)
                        .unanswered("#pay", 7_000, 6_000)
                        .signals())
                .containsExactly(dead(0, 11_000, 3));
    }

    @Test
    void aPauseOfSevenSecondsEndsWhatWasUnanswered() {
        assertThat(aPage().unanswered("#pay", 7_000, 0, 3_000, 10_001).signals())
                .containsExactly(dead(0, 17_000, 3));
    }

    @Test
    void aDeadClickCostsTheTimeUntilSomethingElseIsClicked() {
        assertThat(aPage().unanswered("#pay", 7_000, 0)
                        .clicks("#other", Response.NAVIGATED, 1_500)
                        .signals())
                .containsExactly(dead(0, 1_500, 1));
    }

    @Test
    void textThatIsClickedInVainIsNotDeadButMayMislead() {
        ClickStory story = aPage();
        story.click(0, click -> click.getElementBuilder().setInteractive(false)).answers(Response.NO_RESPONSE, 7_000);
        assertThat(story.signals()).containsExactly(new Signal(Signal.Kind.FALSE_AFFORDANCE, null, 0, 0, 1));
    }

    @Test
    void threeQuickClicksThatWorkAreNoRageAndTwoPairsNeither() {
        assertThat(aPage().clicks("#pay", 0, 300, 600).signals()).isEmpty();
        assertThat(aPage().clicks("#pay", 0, 100, 5_000, 5_100).signals()).isEmpty();
    }

    @Test
    void fourClicksAreRageOnlyWithinAMoment() {
        assertThat(aPage().clicks("#pay", 0, 400, 800, 1_200).signals()).isEmpty();
        assertThat(aPage().clicks("#pay", 0, 900, 1_000, 1_100, 1_200).signals())
                .containsExactly(rage(0, 1_200, 5));
    }

    @Test
    void hammeringOnePlaceIsRageWhateverElementStandsThere() {
        assertThat(aPage().clicks("#a", 0)
                        .clicks("#b", 200)
                        .clicks("#c", 400)
                        .clicks("#d", 600)
                        .signals())
                .containsExactly(rage(0, 600, 4));
    }

    @Test
    void quickClicksInDifferentPlacesAreNoRage() {
        ClickStory story = aPage();
        for (int i = 0; i < 6; i++) {
            int place = i;
            story.click(
                    i * 150,
                    click -> click.setElement(ClickStory.element("#key" + place))
                            .getBoxBuilder()
                            .setX(place * 200));
        }
        assertThat(story.signals()).isEmpty();
    }

    @Test
    void clickingThroughAScrollingPageIsNoRage() {
        assertThat(aPage().clicks("#pay", 0, 200, 400, 600).scrolls(800, 900).signals())
                .isEmpty();
        assertThat(aPage().clicks("#pay", 0, 200, 400, 600).scrolls(900, 900).signals())
                .hasSize(1);
    }

    @Test
    void howMuchOfThePageFittedOnTheScreenIsNotAScroll() {
        assertThat(aPage().clicks("#pay", 0, 200, 400, 600).scrolls(700, 0).signals())
                .hasSize(1);
    }

    @Test
    void clicksOfScriptsAndKeysAreNoRage() {
        assertThat(hammered(click -> click.setTrusted(false))).isEmpty();
        assertThat(hammered(click -> click.setDetail(0))).isEmpty();
    }

    @Test
    void whatIsTypedIntoOrSteppedMayBeClickedOften() {
        for (String type : List.of("", "text", "email", "number", "range", "date")) {
            assertThat(hammeredElement(element -> element.setTag("input").setType(type)))
                    .as(type)
                    .isEmpty();
        }
        assertThat(hammeredElement(element -> element.setTag("textarea"))).isEmpty();
        assertThat(hammeredElement(element -> element.setTag("canvas"))).isEmpty();
        assertThat(hammeredElement(element -> element.setRole("slider"))).isEmpty();
        assertThat(hammeredElement(element -> element.setTag("input").setType("submit")))
                .hasSize(1);
        assertThat(hammeredElement(element -> element.setLabel("Context"))).hasSize(1);
    }

    private static List<Signal> hammered(Consumer<Click.Builder> change) {
        ClickStory story = aPage();
        for (int at : List.of(0, 200, 400, 600)) {
            story.click(at, change);
        }
        return story.signals();
    }

    private static List<Signal> hammeredElement(Consumer<Element.Builder> change) {
        return hammered(click -> change.accept(click.getElementBuilder()));
    }
}
