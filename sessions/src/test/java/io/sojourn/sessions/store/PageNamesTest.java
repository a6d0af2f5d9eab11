package io.sojourn.sessions.store;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageNamesTest {
    private static final SessionFilter ALL = SessionFilter.all(1);

    private final VisitBuilder lamp =
            aVisit(1).on("/p/123").clicks("#buy").after(Duration.ofSeconds(5)).on("/cart");
    private final VisitBuilder sofa =
            aVisit(2).on("/").after(Duration.ofSeconds(9)).on("/p/456").clicks("#buy");

    @TempDir
    Path folder;

    private SessionsFixture house;

    @BeforeEach
    void open() {
        house = new SessionsFixture(folder);
        house.follows(lamp, sofa);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void pagesOfOneKindAreOneItemOfTheList() {
        assertThat(house.module().pageList().list(ALL))
                .extracting(PageList.PageItem::page)
                .containsExactly("/p/:int", "/", "/cart");
        assertThat(house.module().pageList().list(ALL))
                .first()
                .isEqualTo(new PageList.PageItem("/p/:int", "Title of /p/456", 2, 2, Map.of(Device.DESKTOP, 2L)));
    }

    @Test
    void aSessionIsFoundByATemplateAndByAPath() {
        assertThat(passing(Field.PAGE, Op.IS, "/p/:int")).containsExactlyInAnyOrder(lamp.id(), sofa.id());
        assertThat(passing(Field.PAGE, Op.IS, "/p/123")).containsExactly(lamp.id());
        assertThat(passing(Field.PAGE, Op.NOT, "/p/123")).containsExactly(sofa.id());
        assertThat(passing(Field.PAGE, Op.CONTAINS, ":INT")).hasSize(2);
        assertThat(passing(Field.PAGE, Op.CONTAINS, "/p/4")).containsExactly(sofa.id());
        assertThat(passing(Field.ENTRY, Op.IS, "/p/:int")).containsExactly(lamp.id());
        assertThat(passing(Field.EXIT, Op.IS, "/p/:int")).containsExactly(sofa.id());
        assertThat(passing(Field.EXIT, Op.NOT, "/p/:int")).containsExactly(lamp.id());
    }

    @Test
    void aSessionSaysWhichPageItWas() {
        assertThat(house.module()
                        .sessionList()
                        .find(1, lamp.id(), 0)
                        .orElseThrow()
                        .entryPage())
                .isEqualTo("/p/123");
    }

    @Test
    void pagesAndElementsOfAnOlderVersionGetTheirNamesAtTheStart() {
        TreeMap<String, List<String>> before = dump();
        house.close();
        try (DuckFacts facts = new DuckFacts(folder.resolve("facts.duckdb"), 128, 1)) {
            facts.write(writing -> {
                writing.execute("ALTER TABLE page DROP COLUMN template");
                writing.execute("ALTER TABLE element DROP COLUMN matched_by");
                writing.execute("ALTER TABLE element DROP COLUMN identity");
                return true;
            });
        }
        house = new SessionsFixture(folder, house.log());

        assertThat(dump()).isEqualTo(before);
        house.restarts();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void twoThousandTemplatesAreEnoughForASite() {
        house.follows(wanders(0, 1_100), wanders(1_100, 2_100));

        List<PageList.PageItem> pages = house.module().pageList().list(ALL);
        assertThat(pages.get(0).page()).isEqualTo("/shop/**");
        assertThat(templates()).isEqualTo(2_001);
        assertThat(passing(Field.PAGE, Op.IS, "/shop/" + word(2_099))).hasSize(1);
    }

    private static VisitBuilder wanders(int from, int to) {
        VisitBuilder visit = aVisit(10 + from).on("/shop/" + word(from));
        for (int i = from + 1; i < to; i++) {
            visit.goesTo("/shop/" + word(i));
        }
        return visit;
    }

    private static String word(int number) {
        return number < 26
                ? Character.toString('a' + number)
                : word(number / 26 - 1) + Character.toString('a' + number % 26);
    }

    private long templates() {
        return house.module().facts().read(connection -> {
            var count = connection.createStatement().executeQuery("SELECT count(DISTINCT template) FROM page");
            count.next();
            return count.getLong(1);
        });
    }

    private TreeMap<String, List<String>> dump() {
        return FactsDump.of(house.module().facts(), "page", "element");
    }

    private List<Id128> passing(Field field, Op op, String value) {
        return house
                .module()
                .sessionList()
                .list(ALL.and(new Condition(field, op, value)), SessionSort.NEWEST_FIRST, null, 1_000, 0)
                .items()
                .stream()
                .map(SessionItem::id)
                .toList();
    }
}
