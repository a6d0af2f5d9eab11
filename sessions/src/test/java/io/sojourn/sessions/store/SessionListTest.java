package io.sojourn.sessions.store;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.testing.EachClickHurts;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionListTest {
    private static final SessionFilter ALL = SessionFilter.all(1);
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final VisitBuilder LAMP = aVisit(1)
            .by(new Id128(5, 6))
            .recorded()
            .on("/")
            .after(Duration.ofSeconds(10))
            .goesTo("/p/lamp")
            .clicks("#buy")
            .clicks("#buy")
            .after(Duration.ofSeconds(20))
            .engagedFor(Duration.ofSeconds(15));
    private static final VisitBuilder PHONE = aVisit(2)
            .by(null)
            .onMobile()
            .with(FIREFOX)
            .startingAt(NOON + 60_000)
            .on("/p/sofa")
            .isClickedByScript("#buy");
    private static final VisitBuilder EMPTY =
            aVisit(3).startingAt(NOON + 120_000).scrollsNowhere();

    @TempDir
    static Path folder;

    private SessionsFixture house;

    @BeforeAll
    void open() {
        house = new SessionsFixture(folder, new EachClickHurts());
        house.follows(LAMP, PHONE, EMPTY);
        for (int i = 10; i < 33; i++) {
            house.follows(aVisit(i).startingAt(NOON + 200_000 + (i % 3)).on("/many"));
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void anItemSaysWhatTheVisitWas() {
        SessionItem item = list().find(1, LAMP.id(), NOON).orElseThrow();

        assertThat(item)
                .isEqualTo(new SessionItem(
                        LAMP.id(),
                        new Id128(5, 6),
                        NOON,
                        NOON + 30_000,
                        true,
                        15_000,
                        2,
                        2,
                        "/",
                        "/p/lamp",
                        Device.DESKTOP,
                        "Chrome",
                        "Linux",
                        "",
                        "en",
                        true,
                        0,
                        2,
                        false));
        assertThat(item.durationMs()).isEqualTo(30_000);
    }

    @Test
    void aVisitNobodyHeardOfForHalfAnHourIsNotLiveWhateverTheFollowerDoes() {
        long later = NOON + Duration.ofHours(1).toMillis();
        assertThat(list().find(1, LAMP.id(), later).orElseThrow().live()).isFalse();
    }

    @Test
    void clicksOfScriptsAreNotClicksAndVisitorsMayBeUnknown() {
        SessionItem item = list().find(1, PHONE.id(), NOON).orElseThrow();

        assertThat(item.clicks()).isZero();
        assertThat(item.visitor()).isNull();
        assertThat(item.device()).isEqualTo(Device.MOBILE);
        assertThat(item.browser()).isEqualTo("Firefox");
    }

    @Test
    void aVisitWithoutAPageViewIsListedWithoutPages() {
        assertThat(list().find(1, EMPTY.id(), NOON).orElseThrow().entryPage()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesOfAListHoldEverySessionOnce(String sort) {
        SessionSort order = SessionSort.parse(sort);
        List<Id128> inOne = ids(list().list(ALL, order, null, 1_000, NOON));
        List<Id128> inMany = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            SessionList.Page page = list().list(ALL, order, cursor, 4, NOON);
            inMany.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);

        assertThat(inMany).isEqualTo(inOne).doesNotHaveDuplicates().hasSize(26);
    }

    static Stream<String> sorts() {
        return Stream.of("startedAt", "durationMs", "engagedMs", "pageViews", "clicks", "stalls")
                .flatMap(key -> Stream.of(key, "-" + key));
    }

    @Test
    void newSessionsDoNotShiftTheFollowingPage() {
        SessionList.Page first = list().list(ALL, SessionSort.NEWEST_FIRST, null, 4, NOON);
        List<Id128> second = ids(list().list(ALL, SessionSort.NEWEST_FIRST, first.next(), 4, NOON));
        house.follows(aVisit(1_000).site(1).startingAt(NOON + 900_000).on("/new"));
        try {
            assertThat(ids(list().list(ALL, SessionSort.NEWEST_FIRST, first.next(), 4, NOON)))
                    .isEqualTo(second);
        } finally {
            house.module()
                    .facts()
                    .read(connection -> connection
                            .createStatement()
                            .execute("DELETE FROM visit WHERE session = '"
                                    + aVisit(1_000).id().toUuid() + "'"));
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String next = list().list(ALL, SessionSort.NEWEST_FIRST, null, 4, NOON).next();
        for (String cursor : List.of("rubbish", "%%%", String.valueOf(next))) {
            assertThatThrownBy(() -> list().list(ALL, SessionSort.parse("clicks"), cursor, 4, NOON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The cursor does not belong");
        }
    }

    @ParameterizedTest
    @MethodSource("opposites")
    void aConditionAndItsOppositeMakeAllSessions(Condition condition, Condition opposite) {
        List<Id128> both = new ArrayList<>(passing(condition));
        both.addAll(passing(opposite));

        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(
                        ids(list().list(ALL, SessionSort.NEWEST_FIRST, null, 1_000, NOON)));
    }

    static Stream<Object[]> opposites() {
        Map<Field, String> values = Map.ofEntries(
                Map.entry(Field.PAGE, "/p/lamp"),
                Map.entry(Field.ENTRY, "/p/sofa"),
                Map.entry(Field.EXIT, "/p/lamp"),
                Map.entry(Field.BROWSER, "Firefox"),
                Map.entry(Field.OS, "Windows"),
                Map.entry(Field.VISITOR, new Id128(5, 6).toString()),
                Map.entry(Field.CLICKS, "2"),
                Map.entry(Field.PAGES, "2"),
                Map.entry(Field.DURATION, "30000"),
                Map.entry(Field.ENGAGED, "15000"),
                Map.entry(Field.STALLS, "2"),
                Map.entry(Field.RECORDED, "true"));
        return values.entrySet().stream().map(entry -> new Object[] {
            new Condition(entry.getKey(), Op.IS, entry.getValue()),
            new Condition(entry.getKey(), Op.NOT, entry.getValue())
        });
    }

    /** The law of filters: whatever is asked, what passes and what passes the opposite are all sessions, each once. */
    @Test
    void everyConditionAndItsOppositeAddUp() {
        List<Id128> all = ids(list().list(ALL, SessionSort.NEWEST_FIRST, null, 1_000, NOON));
        List<String> words = List.of("/p/lamp", "click@/p/lamp|pain");
        for (Field field : Field.values()) {
            for (Op op : field.ops()) {
                for (String word : words) {
                    Condition condition = condition(field, op, word);
                    if (condition != null) {
                        List<Id128> both = new ArrayList<>(passing(condition));
                        both.addAll(passing(condition.opposite()));
                        assertThat(both).as(condition.toString()).containsExactlyInAnyOrderElementsOf(all);
                    }
                }
            }
        }
    }

    private static @Nullable Condition condition(Field field, Op op, String word) {
        for (String value : List.of(word, "true", "2", new Id128(5, 6).toString())) {
            try {
                return new Condition(field, op, value);
            } catch (IllegalArgumentException notOfThisKind) {
                // another kind of value then
            }
        }
        return null;
    }

    /** Who has no signal at all stands in no row that could be counted. */
    @Test
    void stallsAreCountedForThoseToWhomNothingHappenedToo() {
        List<SessionItem> all =
                list().list(ALL, SessionSort.NEWEST_FIRST, null, 1_000, NOON).items();
        for (int n : List.of(0, 1, 2, 3)) {
            Map<Op, IntPredicate> meaning = Map.of(
                    Op.IS, stalls -> stalls == n,
                    Op.NOT, stalls -> stalls != n,
                    Op.AT_LEAST, stalls -> stalls >= n,
                    Op.BELOW, stalls -> stalls < n,
                    Op.AT_MOST, stalls -> stalls <= n,
                    Op.ABOVE, stalls -> stalls > n);
            for (Map.Entry<Op, IntPredicate> asked : meaning.entrySet()) {
                assertThat(passing(new Condition(Field.STALLS, asked.getKey(), Integer.toString(n))))
                        .as(asked.getKey() + " " + n)
                        .containsExactlyElementsOf(all.stream()
                                .filter(item -> asked.getValue().test(item.stalls()))
                                .map(SessionItem::id)
                                .toList());
            }
        }
    }

    @Test
    void aFilterAndTheSameTurnedRoundAddUp() {
        Random random = new Random(11);
        List<Id128> all = ids(list().list(ALL, SessionSort.NEWEST_FIRST, null, 1_000, NOON));
        List<String> words = List.of("/p/lamp", "/p/sofa", "Chrome", "Firefox", "pain");
        for (int round = 0; round < 30; round++) {
            SessionFilter filter =
                    random.nextBoolean() ? ALL : new SessionFilter(1, 0, Long.MAX_VALUE, Device.MOBILE, List.of());
            for (int i = random.nextInt(4); i > 0; i--) {
                Field field = Field.values()[random.nextInt(Field.values().length)];
                List<Op> ops = new ArrayList<>(field.ops());
                ops.sort(null);
                Condition condition =
                        condition(field, ops.get(random.nextInt(ops.size())), words.get(random.nextInt(words.size())));
                filter = condition == null ? filter : filter.and(condition);
            }
            List<Id128> both = new ArrayList<>(ids(list().list(filter, SessionSort.NEWEST_FIRST, null, 1_000, NOON)));
            both.addAll(ids(list().list(filter.opposite(), SessionSort.NEWEST_FIRST, null, 1_000, NOON)));
            assertThat(both).as(filter.toString()).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void sessionsAreCountedByWhatElseCouldBeAsked() {
        SessionCounts.Counts counts = house.module().sessionCounts().of(ALL);

        assertThat(counts.sessions()).isEqualTo(26);
        assertThat(counts.by().get("browser"))
                .containsExactly(new SessionCounts.Value("Chrome", 25), new SessionCounts.Value("Firefox", 1));
        assertThat(counts.by().get("signal")).containsExactly(new SessionCounts.Value("pain", 1));
        assertThat(counts.by().get("entry")).first().isEqualTo(new SessionCounts.Value("/many", 23));
        for (Map.Entry<String, List<SessionCounts.Value>> by : counts.by().entrySet()) {
            for (SessionCounts.Value value : by.getValue()) {
                Field field = Field.valueOf(by.getKey().toUpperCase(Locale.ROOT));
                assertThat(passing(new Condition(field, Op.IS, value.value())))
                        .as(field + " " + value)
                        .hasSize((int) value.sessions());
            }
        }
    }

    @Test
    void filtersFindWhatTheyName() {
        for (Condition condition : opposites().map(pair -> (Condition) pair[0]).toList()) {
            Id128 expected =
                    List.of(Field.ENTRY, Field.BROWSER, Field.OS).contains(condition.field()) ? PHONE.id() : LAMP.id();
            assertThat(passing(condition))
                    .as(condition.toString())
                    .contains(expected)
                    .hasSizeLessThan(26);
        }
        assertThat(passing(new Condition(Field.PAGE, Op.CONTAINS, "SOFA"))).containsExactly(PHONE.id());
        assertThat(passing(new Condition(Field.PAGE, Op.IS, "' OR 1=1 --"))).isEmpty();
    }

    @Test
    void deviceAndTimeBoundTheList() {
        SessionFilter mobile = new SessionFilter(1, 0, Long.MAX_VALUE, Device.MOBILE, List.of());
        SessionFilter firstMinute = new SessionFilter(1, NOON, NOON + 60_000, null, List.of());

        assertThat(ids(list().list(mobile, SessionSort.NEWEST_FIRST, null, 9, NOON)))
                .containsExactly(PHONE.id());
        assertThat(ids(list().list(firstMinute, SessionSort.NEWEST_FIRST, null, 9, NOON)))
                .containsExactly(LAMP.id());
    }

    @Test
    void pagesAreListedByViews() {
        assertThat(house.module().pageList().list(ALL))
                .contains(new PageList.PageItem("/many", "Title of /many", 23, 0, Map.of(Device.DESKTOP, 23L)))
                .contains(new PageList.PageItem("/p/lamp", "Title of /p/lamp", 1, 2, Map.of(Device.DESKTOP, 1L)))
                .first()
                .extracting(PageList.PageItem::page)
                .isEqualTo("/many");
    }

    @Test
    void thePageViewsOfAVisitComeInOrder() {
        assertThat(house.module().pageViewList().of(1, LAMP.id()))
                .extracting(PageViewList.PageViewItem::page)
                .containsExactly("/", "/p/lamp");
    }

    private SessionList list() {
        return house.module().sessionList();
    }

    private List<Id128> passing(Condition condition) {
        return ids(list().list(ALL.and(condition), SessionSort.NEWEST_FIRST, null, 1_000, NOON));
    }

    private static List<Id128> ids(SessionList.Page page) {
        return page.items().stream().map(SessionItem::id).toList();
    }
}
