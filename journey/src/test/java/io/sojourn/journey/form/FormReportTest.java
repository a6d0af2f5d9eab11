package io.sojourn.journey.form;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.SubmitResult.Outcome;
import io.sojourn.journey.form.FormReport.FieldReport;
import io.sojourn.journey.form.store.FormReader;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six visits to one form: looked at, given up, sent, refused and emptied, filled in by the browser, asked again. */
class FormReportTest {
    @TempDir
    static Path folder;

    private static SessionsFixture house;
    private static FormReport form;

    @BeforeAll
    static void everybodyComesAndGoes() {
        house = new SessionsFixture(folder, new FormDerivation());
        List<ScriptedVisit> visits = List.of(
                comes(0).busy(4_000),
                comes(1).fills("pay", "name", 3_000).fills("pay", "card", 5_000),
                comes(2).fills("pay", "name", 2_000)
                        .fills("pay", "card", 4_000)
                        .sends("pay", "#send")
                        .waits(500)
                        .sent("pay", Outcome.SUCCEEDED, List.of(), 0),
                comes(3).fills("pay", "name", 2_000)
                        .fills("pay", "card", 9_000)
                        .sends("pay", "#send")
                        .waits(500)
                        .complains("pay", "card")
                        .sent("pay", Outcome.FAILED, List.of("name", "card"), 0)
                        .fills("pay", "card", 7_000)
                        .sends("pay", "#send")
                        .waits(500)
                        .sent("pay", Outcome.FAILED, List.of(), 0),
                comes(4).add(event -> event.setFieldInput(io.sojourn.eventlog.wire.FieldInput.newBuilder()
                        .setForm("pay")
                        .setKey("name")
                        .setEdits(30)
                        .setDeletions(30)
                        .setAutofilled(true))),
                comes(5).fills("pay", "name", 2_000).typesAgain("pay", "name", "contact", "name", false));
        List<LogRecord> records = new ArrayList<>();
        visits.forEach(
                visit -> records.addAll(visit.busy(500).leaves().builder().records()));
        house.follows(records).everybodyLeaves();
        form = new FormReader(house.module().facts()).read(SessionFilter.all(1)).get(0);
    }

    private static ScriptedVisit comes(int number) {
        return aVisit(number).on("/checkout").busy(1_000).seesForm("pay", 2);
    }

    @AfterAll
    static void closes() {
        house.close();
    }

    private static FieldReport field(String key) {
        return form.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void startedIsWhoChangedSomethingAndAbandonedWhoNeverSentItWell() {
        assertThat(form.page()).isEqualTo("/checkout");
        assertThat(form.views()).isEqualTo(6);
        assertThat(form.started()).isEqualTo(5);
        assertThat(form.submitted()).isEqualTo(2);
        assertThat(form.completed()).isEqualTo(1);
        assertThat(form.abandoned()).isEqualTo(4);
    }

    @Test
    void whereVisitorsStopIsTheFieldTheyWereInLast() {
        assertThat(field("card").leftHere()).isEqualTo(2);
        assertThat(field("name").leftHere()).isEqualTo(2);
    }

    @Test
    void aFormThatFailedTwiceIsALoopAndOneThatForgotWasCleared() {
        assertThat(form.loops()).isEqualTo(1);
        assertThat(form.cleared()).isEqualTo(1);
        assertThat(field("card").cleared()).isEqualTo(1);
        assertThat(field("card").errors()).isEqualTo(1);
    }

    @Test
    void timeInAFieldIsTheMedianOfTheVisitsThatWereInIt() {
        // 5 s, 4 s, and 9 s and 7 s of one visit.
        assertThat(field("card").medianMs()).isEqualTo(5_000);
    }

    @Test
    void whatTheBrowserFilledInIsNeitherTypedNorCorrected() {
        assertThat(field("name").autofilled()).isEqualTo(1);
        assertThat(field("name").corrections()).isZero();
    }

    @Test
    void whatWasAskedBeforeIsCounted() {
        assertThat(field("name").askedTwice()).isEqualTo(1);
    }

    @Test
    void ofTooFewVisitsNoDifferenceIsTold() {
        assertThat(field("name").returnDifference()).isNull();
        assertThat(form.overlong(0.9)).isFalse();
    }
}
