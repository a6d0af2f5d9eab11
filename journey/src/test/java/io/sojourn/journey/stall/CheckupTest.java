package io.sojourn.journey.stall;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.journey.stall.Checkup.Answer;
import io.sojourn.journey.stall.store.CheckupReader;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty visits to a small shop of which is known what an owner should be told. */
class CheckupTest {
    private static final int VISITS = 40;

    @TempDir
    static Path folder;

    private static SessionsFixture house;
    private static Map<String, Answer> answers;

    @BeforeAll
    static void everybodyComesAndGoes() {
        house = new SessionsFixture(folder, new JourneyDerivation());
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            records.addAll(visit(i).builder().records());
        }
        house.follows(records).everybodyLeaves();
        answers = answers(SessionFilter.all(1));
    }

    private static Map<String, Answer> answers(SessionFilter filter) {
        return Checkup.answers(new CheckupReader(house.module().facts()).read(filter)).stream()
                .collect(Collectors.toMap(Answer::key, Function.identity()));
    }

    @AfterAll
    static void closes() {
        house.close();
    }

    /** Nine in ten see one page for three seconds; the others press "#buy" and reach the goal, or turn round three times. */
    private static ScriptedVisit visit(int number) {
        ScriptedVisit visit = aVisit(number)
                .startingAt(1_764_590_400_000L + number * 60_000L)
                .on("/")
                .busy(3_000);
        if (number % 10 != 0) {
            return visit.leaves();
        }
        return visit.searches("lamp " + number, number % 20 == 0 ? 0 : 5)
                .busy(8_000)
                .presses("#buy")
                .answered(Response.NAVIGATED, 100)
                .on("/thanks")
                .busy(1_000)
                .reaches("order")
                .leaves();
    }

    @Test
    void aPageThatNearlyEverybodyLeavesAtOnceIsPointedAt() {
        assertThat(answers.get("entry").answer()).isEqualTo("attention");
        assertThat(answers.get("entry").sentence())
                .isEqualTo("90 % of 40 visits that entered by / left without doing anything.");
        assertThat(answers.get("bounce").sentence())
                .startsWith(
                        "90 % of 40 visits saw one page for less than ten engaged seconds; half of them were gone within");
    }

    @Test
    void ofWhatIsHardlyKnownNothingIsSaid() {
        assertThat(answers.get("search").answer()).isEqualTo("unknown");
        assertThat(answers.get("calls").answer()).isEqualTo("unknown");
        assertThat(answers(new SessionFilter(1, 0, 1, null, List.of())).values())
                .allMatch(answer -> answer.answer().equals("unknown"));
    }

    @Test
    void aPageThatNobodyScrollsIsPointedAt() {
        assertThat(answers.get("scroll").answer()).isEqualTo("attention");
        assertThat(answers.get("scroll").sentence()).startsWith("None of 40 views of / went below");
    }

    @Test
    void everyAnswerHasItsEvidenceAndItsSample() {
        assertThat(answers.get("time").evidence()).anySatisfy(fact -> {
            assertThat(fact.page()).isEqualTo("/");
            assertThat(fact.n()).isEqualTo(40);
            assertThat(fact.value()).isEqualTo(3_000);
        });
        assertThat(answers.get("entry").evidence().get(0).low())
                .isLessThan(answers.get("entry").evidence().get(0).value());
    }

    @Test
    void whatMattersIsWhatGoesWithGoalsNotWhatIsPressedMost() {
        CheckupFigures figures = new CheckupFigures(
                List.of(),
                new CheckupFigures.Stay("", 0, 0, 0),
                List.of(),
                new CheckupFigures.Share("", 0, 0),
                new CheckupFigures.Share("", 0, 0),
                List.of(),
                List.of(
                        new CheckupFigures.Call("/", "Menu", 900, 90, 1_000, 100),
                        new CheckupFigures.Call("/", "Buy", 60, 50, 1_000, 100)),
                List.of());
        Answer calls = Checkup.answers(figures).stream()
                .filter(answer -> answer.key().equals("calls"))
                .findFirst()
                .orElseThrow();
        assertThat(calls.answer()).isEqualTo("attention");
        assertThat(calls.sentence()).contains("Only 6 % of 1000 visits to / press “Buy”");
    }
}
