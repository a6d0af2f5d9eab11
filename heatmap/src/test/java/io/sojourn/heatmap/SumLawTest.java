package io.sojourn.heatmap;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The sum of all cells and of what could not be placed is the number of clicks made, whatever happens to the records. */
class SumLawTest extends HeatFixture {
    private static final List<Condition> CONDITIONS = List.of(
            new Condition(Field.PAGE, Op.IS, "/cart"),
            new Condition(Field.CLICKS, Op.IS, "3"),
            new Condition(Field.ENTRY, Op.IS, "/p/lamp"),
            new Condition(Field.BROWSER, Op.IS, "Chrome"),
            new Condition(Field.RECORDED, Op.IS, "true"));

    private long made;
    private long nameless;

    @RepeatedTest(2)
    void noClickIsLostOrCountedTwiceInAnyOrderWithRepeatsUnderAnyFilterAndAfterTidying(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<LogRecord> records = new ArrayList<>();
        for (int visit = 1; visit <= 60; visit++) {
            records.addAll(visit(visit, random).records());
        }
        List<LogRecord> arriving = new ArrayList<>(records);
        records.stream().filter(record -> random.nextInt(3) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        sessions.follows(arriving);
        lawHolds();
        sessions.tidiesAfter(Duration.ofHours(30));
        lawHolds();
        sessions.restarts();
        lawHolds();
    }

    private VisitBuilder visit(int number, Random random) {
        VisitBuilder visit = aVisit(number);
        if (random.nextInt(4) == 0) {
            visit.recorded();
        }
        visit.on("/p/lamp");
        for (int click = random.nextInt(7); click > 0; click--) {
            visit.after(Duration.ofMillis(random.nextInt(2_000)));
            if (random.nextInt(8) == 0) {
                visit.analysis(Event.newBuilder()
                        .setClick(Click.newBuilder()
                                .setTrusted(true)
                                .setX(random.nextInt())
                                .setElement(Element.getDefaultInstance())));
                nameless++;
            } else {
                visit.clicks("#e" + random.nextInt(5), random.nextInt(32_768), random.nextInt(32_768));
            }
            made++;
            if (random.nextInt(3) == 0) {
                visit.sends();
            }
        }
        return random.nextBoolean() ? visit.on("/cart").clicks("#pay") : visit;
    }

    private void lawHolds() {
        PointMap all = points("click", LAMP);
        assertThat(all.total()).isEqualTo(made);
        assertThat(all.unplaced()).isEqualTo(nameless);
        assertThat(cells(all) + all.unplaced()).isEqualTo(made);
        for (Condition is : CONDITIONS) {
            PointMap with = points("click", filtered(is));
            PointMap without = points("click", filtered(new Condition(is.field(), Op.NOT, is.value())));
            assertThat(with.total() + without.total()).as(is.field().key()).isEqualTo(made);
            assertThat(with.views() + without.views()).isEqualTo(all.views());
            assertThat(cells(with) + cells(without)).isEqualTo(cells(all));
        }
    }

    private static HeatQuestion filtered(Condition condition) {
        SessionFilter filter = new SessionFilter(1, 0, Long.MAX_VALUE, null, List.of(condition));
        return HeatQuestion.of(filter, "/p/lamp", Device.DESKTOP);
    }

    private static long cells(PointMap map) {
        return map.elements().stream()
                .flatMap(element -> element.cells().stream())
                .mapToLong(Cell::n)
                .sum();
    }
}
