package io.sojourn.journey.stall;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.journey.stall.Verification.Side;
import io.sojourn.journey.stall.Verification.Verdict;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a release mended a stall (SIGNALS 11.7). */
class VerificationTest {
    private static final long DAY = 86_400_000;

    @Test
    void halfAsOftenForCertainIsFixed() {
        assertThat(verdict(side(1_000, 200), side(1_000, 40))).isEqualTo(Verdict.FIXED);
    }

    @Test
    void aLittleLessOftenIsNotFixed() {
        assertThat(verdict(side(1_000, 200), side(1_000, 170))).isEqualTo(Verdict.NOT_FIXED);
    }

    @Test
    void moreOftenForCertainIsWorse() {
        assertThat(verdict(side(1_000, 100), side(1_000, 180))).isEqualTo(Verdict.WORSE);
    }

    @Test
    void fewVisitsAfterwardsSayNothingYet() {
        assertThat(verdict(side(1_000, 200), side(99, 0))).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void whatHardlyHappenedBeforeCannotBeSeenToEnd() {
        assertThat(verdict(side(1_000, 29), side(1_000, 0))).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void ofVisitsThatBeganBeforeTheReleaseFiveInAHundredMayBeAmongThem() {
        assertThat(verdict(side(1_000, 200), new Side(0, 1, 1_000, 40, 300, 951)))
                .isEqualTo(Verdict.FIXED);
        assertThat(verdict(side(1_000, 200), new Side(0, 1, 1_000, 40, 300, 949)))
                .isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    private static Side side(long visits, long stalled) {
        return new Side(0, 1, visits, stalled, visits / 3, visits);
    }

    private static Verdict verdict(Side before, Side after) {
        return Verification.of(before, after).verdict();
    }

    /** Monday to Sunday before; after the release on a Monday only two days have gone by. */
    @Test
    void onlyDaysOfTheWeekThatCameAgainAreCompared(@TempDir Path folder) {
        try (SessionsFixture house = new SessionsFixture(folder, new JourneyDerivation())) {
            long release = VisitBuilder.NOON + 7 * DAY;
            List<LogRecord> records = new ArrayList<>();
            int number = 0;
            for (int day = 0; day < 9; day++) {
                for (int i = 0; i < 4; i++) {
                    long at = VisitBuilder.NOON + day * DAY + 60_000L * (i + 1);
                    records.addAll(visit(number++, at, day < 7).builder().records());
                }
            }
            house.follows(records).everybodyLeaves();
            StallReader reader = new StallReader(house.module().facts());
            StallRow.Place place =
                    reader.stalls(SessionFilter.all(1), row -> true).get(0).place();

            Verification verified = reader.verify(1, place, release, release + 2 * DAY);
            assertThat(verified.before().visits()).isEqualTo(8);
            assertThat(verified.before().stalled()).isEqualTo(8);
            assertThat(verified.after().visits()).isEqualTo(8);
            assertThat(verified.after().stalled()).isZero();
            assertThat(verified.after().exposed()).isEqualTo(8);
            assertThat(reader.verify(1, place, release, release + 8 * DAY)
                            .before()
                            .visits())
                    .isEqualTo(28);
        }
    }

    private static ScriptedVisit visit(int number, long at, boolean stalls) {
        ScriptedVisit visit = aVisit(number).startingAt(at).on("/plan").busy(2_000);
        if (stalls) {
            visit.pressesInVain("#choose").pressesInVain("#choose");
        } else {
            visit.presses("#choose").answered(Response.MUTATED, 50);
        }
        return visit.busy(1_000).leaves();
    }
}
