package io.sojourn.journey.signal;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Response;
import io.sojourn.journey.testing.ScriptedVisit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another threshold would have found, before anybody decides for it. */
class TrialTest {
    @Test
    void aStricterRuleLosesVisitsAndSaysWhich() {
        Trial trial = new Trial(Limits.DEFAULT, Limits.DEFAULT.with(Map.of("rage.hammer_clicks", 6.0)));
        trial.show(hammers(1, 4).builder().session());
        trial.show(hammers(2, 7).builder().session());
        trial.show(hammers(3, 1).builder().session());

        Trial.Result result = trial.result();
        assertThat(result.visits()).isEqualTo(3);
        assertThat(result.before()).isEqualTo(2);
        assertThat(result.after()).isEqualTo(1);
        assertThat(result.gained()).isEmpty();
        assertThat(result.lost()).singleElement().satisfies(change -> {
            assertThat(change.session())
                    .isEqualTo(hammers(1, 4).builder().session().id());
            assertThat(change.kind()).isEqualTo("rage");
            assertThat(change.atMs()).isEqualTo(3_000);
        });
        assertThat(result.kinds().get(Signal.Kind.RAGE)).containsExactly(2, 1);
    }

    @Test
    void aLooserRuleGainsThem() {
        Trial trial = new Trial(Limits.DEFAULT, Limits.DEFAULT.with(Map.of("rage.hammer_clicks", 3.0)));
        trial.show(hammers(1, 3).builder().session());
        assertThat(trial.result().gained()).hasSize(1);
        assertThat(trial.result().lost()).isEmpty();
    }

    @Test
    void noMoreThanFiftyVisitsOfAKindAreListedHoweverManyChange() {
        Trial trial = new Trial(Limits.DEFAULT, Limits.DEFAULT.with(Map.of("rage.hammer_clicks", 6.0)));
        for (int i = 0; i < 60; i++) {
            trial.show(hammers(i, 4).builder().session());
        }
        assertThat(trial.result().lost()).hasSize(50);
        assertThat(trial.result().after()).isZero();
    }

    private static ScriptedVisit hammers(int number, int clicks) {
        ScriptedVisit visit = aVisit(number).on("/").busy(3_000);
        for (int i = 0; i < clicks; i++) {
            visit.presses("#go").answered(Response.MUTATED, 20).waits(120);
        }
        return visit.busy(4_000).leaves();
    }
}
