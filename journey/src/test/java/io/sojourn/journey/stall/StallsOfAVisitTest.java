package io.sojourn.journey.stall;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.SubmitResult.Outcome;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.journey.testing.SeenSignals.Nowhere;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.Step;
import io.sojourn.sites.rules.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which stalls a visit had, whose time is whose, and what it got to afterwards. */
class StallsOfAVisitTest {
    @Test
    void theTimeOfAFormThatForgetsIsItsOwnAndNotThatOfTypingTwiceBefore() {
        ScriptedVisit visit = aVisit(1)
                .on("/pay")
                .busy(1_000)
                .fills("pay", "email", 4_000)
                .typesAgain("pay", "email", "contact", "email", false)
                .sends("pay", "#pay")
                .waits(500)
                .sent("pay", Outcome.FAILED, List.of("email", "name", "card"), 0)
                .fills("pay", "email", 6_000)
                .typesAgain("pay", "email", "contact", "email", false)
                .busy(14_000)
                .leaves();
        Map<String, Integer> own = stalls(visit, Rules.DEFAULT).stream()
                .collect(Collectors.toMap(stall -> (String) stall.get("kind"), stall -> (Integer) stall.get("own_ms")));
        assertThat(own).containsEntry("asked_twice", 4_500).containsEntry("form_cleared", 20_000);
    }

    @Test
    void aListThatIsTriedThriceCostsTheTryingAndIsComparedFromTheThirdOn() {
        ScriptedVisit visit = aVisit(1).on("/list").busy(5_000);
        for (String child : List.of("/a", "/b", "/c")) {
            visit.view("/p" + child).busy(3_000).backTo("/list").busy(1_000);
        }
        Map<String, Object> pogo = stalls(visit.leaves(), Rules.DEFAULT).stream()
                .filter(stall -> stall.get("kind").equals("pogo"))
                .findFirst()
                .orElseThrow();
        assertThat((Integer) pogo.get("own_ms")).isEqualTo(12_000);
        assertThat((Integer) pogo.get("engaged_at_ms")).isEqualTo(7_000);
        assertThat(pogo.get("outcome")).isEqualTo("abandoned");
    }

    @Test
    void aGoalOfTheOwnersRulesIsAGoalToo() {
        Rules rules = new Rules(
                2,
                Thresholds.DEFAULT,
                List.of(),
                List.of(new Goal("thanked", "Thanked", List.of(new Step(Step.Kind.PAGE, "/thanks")))),
                List.of());
        ScriptedVisit visit = aVisit(1)
                .on("/plan")
                .busy(1_000)
                .pressesInVain("#choose")
                .pressesInVain("#choose")
                .presses("#next")
                .answered(Response.NAVIGATED, 100)
                .on("/thanks")
                .busy(2_000)
                .leaves();
        assertThat(stalls(visit, rules)).singleElement().extracting("goal").isEqualTo(true);
        assertThat(stalls(visit, Rules.DEFAULT))
                .singleElement()
                .extracting("goal")
                .isEqualTo(false);
    }

    private static List<Map<String, Object>> stalls(ScriptedVisit visit, Rules rules) {
        Nowhere rows = new Nowhere();
        new JourneyDerivation().derive(visit.builder().session(), rules, rows);
        List<String> names = StallDerivation.STALL.columns().stream()
                .map(column -> column.name())
                .toList();
        return rows.rows.stream()
                .filter(row -> row.get(0).equals("journey_stall"))
                .map(row -> {
                    Map<String, Object> named = new java.util.HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        named.put(names.get(i), row.get(i + 1));
                    }
                    return named;
                })
                .toList();
    }
}
