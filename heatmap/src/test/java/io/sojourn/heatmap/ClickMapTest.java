package io.sojourn.heatmap;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.fact.HeatFacts;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.heatmap.store.Backdrops;
import io.sojourn.heatmap.store.PointMaps;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickMapTest {
    private static final int SITE = 1;
    private static final SessionFilter EVERYBODY = SessionFilter.all(SITE);

    @TempDir
    Path folder;

    private SessionsFixture sessions;

    @BeforeEach
    void open() {
        sessions = new SessionsFixture(folder, HeatFacts.derivations().toArray(new Derivation[0]));
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void clicksAreCountedByElementMostClickedFirst() {
        sessions.follows(
                aVisit(1).on("/p/lamp").clicks("#buy").clicks("#buy").clicks("#size"),
                aVisit(2).on("/p/lamp").clicks("#buy"));

        PointMap map = map("/p/lamp", Device.DESKTOP);
        assertThat(map.elements())
                .extracting(element -> element.name().selector())
                .containsExactly("#buy", "#size");
        assertThat(map.elements()).extracting(MarkedElement::count).containsExactly(3L, 1L);
        assertThat(map.views()).isEqualTo(2);
        assertThat(map.total()).isEqualTo(4);
    }

    @Test
    void anotherPageAndAnotherDeviceHaveMapsOfTheirOwn() {
        sessions.follows(
                aVisit(1).on("/p/lamp").clicks("#buy").on("/cart").clicks("#pay"),
                aVisit(2).onMobile().on("/p/lamp").clicks("#buy"));

        assertThat(map("/p/lamp", Device.DESKTOP).total()).isEqualTo(1);
        assertThat(map("/p/lamp", Device.MOBILE).total()).isEqualTo(1);
        assertThat(map("/cart", Device.DESKTOP).elements())
                .extracting(element -> element.name().selector())
                .containsExactly("#pay");
        assertThat(map("/p/lamp", Device.TABLET).total()).isZero();
        assertThat(map("/nowhere", Device.DESKTOP).views()).isZero();
    }

    @Test
    void pagesOfOneKindHaveOneMapAndEachItsOwn() {
        sessions.follows(
                aVisit(1).on("/p/123").clicks("#buy", 0, 0).clicks("[size]"),
                aVisit(2).on("/p/456").clicks("#buy", 0, 0).clicks("#buy", 32_767, 0));

        PointMap map = map("/p/:int", Device.DESKTOP);
        assertThat(map.views()).isEqualTo(2);
        assertThat(map.placed()).isEqualTo(map.total()).isEqualTo(4);
        assertThat(map.elements()).extracting(MarkedElement::count).containsExactly(3L, 1L);
        assertThat(map.elements().get(0).cells()).extracting(Cell::n).containsExactly(2L, 1L);

        PointMap own = map("/p/456", Device.DESKTOP);
        assertThat(own.total()).isEqualTo(2);
        assertThat(own.elements().get(0).name().key())
                .isEqualTo(map.elements().get(0).name().key());
    }

    @Test
    void clicksGatherInCellsAndCellsStayWhereTheClicksWere() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .clicks("#buy", 0, 0)
                .clicks("#buy", 0, 0)
                .clicks("#buy", 32_767, 32_767));

        List<Cell> cells = map("/p/lamp", Device.DESKTOP).elements().get(0).cells();
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0).n()).isEqualTo(2);
        assertThat(cells.get(0).x()).isLessThan(4_096);
        assertThat(cells.get(1).x()).isGreaterThan(28_000).isLessThan(32_768);
    }

    @Test
    void aClickWhoseElementHasNoNameIsCountedBesideTheMapAndNotGuessed() {
        Event.Builder nameless = Event.newBuilder()
                .setClick(Click.newBuilder().setId(9).setTrusted(true).setElement(Element.getDefaultInstance()));
        sessions.follows(aVisit(1).on("/p/lamp").clicks("#buy").analysis(nameless));

        PointMap map = map("/p/lamp", Device.DESKTOP);
        assertThat(map.unplaced()).isEqualTo(1);
        assertThat(map.placed()).isEqualTo(1);
        assertThat(map.total()).isEqualTo(2);
    }

    @Test
    void clicksOfScriptsAreNotOnTheMap() {
        sessions.follows(aVisit(1).on("/p/lamp").isClickedByScript("#buy"));
        assertThat(map("/p/lamp", Device.DESKTOP).total()).isZero();
    }

    @Test
    void anyFilterAndItsNegationAddUpToAllClicksAndAllCellsToTheirElement() {
        Random random = new Random(7);
        List<VisitBuilder> visits = new ArrayList<>();
        for (int visit = 1; visit <= 40; visit++) {
            VisitBuilder building = aVisit(visit).on("/p/lamp");
            for (int click = random.nextInt(6); click > 0; click--) {
                building.clicks("#e" + random.nextInt(4), random.nextInt(32_768), random.nextInt(32_768));
            }
            visits.add(random.nextBoolean() ? building.on("/cart") : building);
        }
        sessions.follows(visits.toArray(new VisitBuilder[0]));

        PointMap all = map("/p/lamp", Device.DESKTOP);
        PointMap with = map(filter(Op.IS));
        PointMap without = map(filter(Op.NOT));
        assertThat(with.total()).isPositive();
        assertThat(with.total() + without.total()).isEqualTo(all.total());
        assertThat(with.views() + without.views()).isEqualTo(all.views()).isEqualTo(40);
        for (MarkedElement element : all.elements()) {
            assertThat(element.cells().stream().mapToLong(Cell::n).sum()).isEqualTo(element.count());
        }
    }

    @Test
    void theBackdropIsARecordedViewOfThePage() {
        VisitBuilder recorded = aVisit(2).recorded().on("/p/lamp").clicks("#buy");
        sessions.follows(aVisit(1).on("/p/lamp").clicks("#buy"), recorded);

        List<Backdrop> found = new Backdrops(sessions.module().facts())
                .candidates(HeatQuestion.of(EVERYBODY, "/p/lamp", Device.DESKTOP));
        assertThat(found).extracting(Backdrop::session).containsExactly(recorded.id());
        VisitBuilder another = aVisit(3).recorded().on("/p/77");
        sessions.follows(another);
        assertThat(new Backdrops(sessions.module().facts())
                        .candidates(HeatQuestion.of(EVERYBODY, "/p/:int", Device.DESKTOP)))
                .extracting(Backdrop::session)
                .containsExactly(another.id());
        assertThat(found.get(0).moment())
                .isBetween(found.get(0).from(), found.get(0).to());
    }

    private static SessionFilter filter(Op op) {
        return new SessionFilter(SITE, 0, Long.MAX_VALUE, null, List.of(new Condition(Field.PAGE, op, "/cart")));
    }

    private PointMap map(String page, Device device) {
        return read("click", HeatQuestion.of(EVERYBODY, page, device));
    }

    private PointMap map(SessionFilter filter) {
        return read("click", HeatQuestion.of(filter, "/p/lamp", Device.DESKTOP));
    }

    private PointMap read(String kind, HeatQuestion question) {
        return new PointMaps(sessions.module().facts())
                .read(question, (PointKind) HeatKinds.named(kind).orElseThrow());
    }
}
