package io.sojourn.journey.signal;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static io.sojourn.journey.testing.SeenSignals.in;
import static io.sojourn.journey.testing.SeenSignals.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.testing.ScriptedVisit;
import org.junit.jupiter.api.Test;

/** What a sign is put down to: the site, the visitor who went on to something else, or the leaving itself. */
class WhoseDoingTest {
    @Test
    void aRequestThatBreaksAsThePageIsLeftWasBrokenByThat() {
        ScriptedVisit left = aVisit(1).on("/list").busy(2_000).presses("#card");
        breaks(left, 2_000).waits(2_000).add(event -> leaves(event)).pending(Response.NO_RESPONSE, 2_000, 2_000);
        assertThat(kinds(left)).doesNotContain(Kind.ERROR_CLICK, Kind.FAILED_REQUEST);

        ScriptedVisit stayed = aVisit(1).on("/list").busy(2_000).presses("#card");
        breaks(stayed, 300).busy(9_000).leaves();
        assertThat(kinds(stayed)).contains(Kind.ERROR_CLICK, Kind.FAILED_REQUEST);
    }

    @Test
    void aSlowAnswerThatWasNotWaitedForIsSlowAndNotBroken() {
        ScriptedVisit visit = aVisit(1).on("/list").busy(2_000).presses("#card");
        breaks(visit, 3_400).waits(3_400).add(event -> leaves(event)).pending(Response.NO_RESPONSE, 3_400, 3_400);
        assertThat(kinds(visit)).containsExactly(Kind.SLOW_CLICK);
    }

    @Test
    void whatComesWithThePressOfSomethingElseIsNoAnswer() {
        ScriptedVisit visit = aVisit(1)
                .on("/p/lamp")
                .presses("#guide")
                .waits(4_100)
                .presses("#add")
                .add(event -> event.setClickOutcome(io.sojourn.eventlog.wire.ClickOutcome.newBuilder()
                        .setClick(1)
                        .setResponse(Response.MUTATED)
                        .setAfterMs(4_150)))
                .answered(Response.MUTATED, 50);
        assertThat(kinds(visit)).containsExactly(Kind.DEAD);
    }

    @Test
    void ofAPressThatWasLeftForAnotherAtOnceNothingIsKnown() {
        ScriptedVisit visit = aVisit(1)
                .on("/p/lamp")
                .presses("#guide")
                .waits(900)
                .presses("#add")
                .add(event -> event.setClickOutcome(io.sojourn.eventlog.wire.ClickOutcome.newBuilder()
                        .setClick(1)
                        .setResponse(Response.MUTATED)
                        .setAfterMs(950)))
                .answered(Response.MUTATED, 50);
        assertThat(kinds(visit)).isEmpty();
    }

    @Test
    void aFormThatAsksForFourFieldsAgainIsOneSignFromTheFirstToTheLast() {
        ScriptedVisit visit = aVisit(1).on("/delivery").busy(1_000);
        for (String field : new String[] {"name", "street", "code", "town"}) {
            visit.fills("delivery", field, 3_000).typesAgain("delivery", field, "contact", field, false);
        }
        assertThat(in(visit)).singleElement().satisfies(sign -> {
            assertThat(sign.kind()).isEqualTo(Kind.ASKED_TWICE);
            assertThat(sign.count()).isEqualTo(4);
            assertThat(sign.lostMs()).isEqualTo(12_000);
            assertThat(sign.knownAt()).isEqualTo(sign.at() + 12_000);
        });
    }

    private static ScriptedVisit breaks(ScriptedVisit visit, int durationMs) {
        return visit.add(event -> event.setSlowRequest(SlowRequest.newBuilder()
                .setMethod("GET")
                .setPath("/p/globe")
                .setDurationMs(durationMs)
                .setEnd(SlowRequest.End.BROKEN)
                .setFirstParty(true)
                .setClick(1)));
    }

    private static void leaves(io.sojourn.eventlog.wire.Event.Builder event) {
        event.setLifecycle(Lifecycle.newBuilder().setState(Lifecycle.State.LEFT));
    }
}
