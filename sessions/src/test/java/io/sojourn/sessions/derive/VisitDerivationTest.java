package io.sojourn.sessions.derive;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sessions.Session;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sessions.testing.EachClickHurts;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitDerivationTest {
    @TempDir
    Path folder;

    @Test
    void aPageNobodyLookedAtIsNeitherEntryNorExitNorView() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(aVisit().onUnseen("/background")
                    .after(Duration.ofSeconds(1))
                    .on("/seen")
                    .after(Duration.ofSeconds(1))
                    .onUnseen("/prerendered"));
            SessionItem item = only(house);

            assertThat(item.entryPage()).isEqualTo("/seen");
            assertThat(item.exitPage()).isEqualTo("/seen");
            assertThat(item.pageViews()).isEqualTo(1);
        }
    }

    @Test
    void whatWasDoneIsKeptAsEvents() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(aVisit().on("/")
                    .clicks("#buy")
                    .types("email")
                    .submits("form")
                    .reaches("order"));
            List<String> events = FactsDump.of(house.module().facts(), "event").get("event");

            assertThat(events).hasSize(4);
            for (String kind : List.of("click", "input", "submit", "goal")) {
                assertThat(events)
                        .filteredOn(row -> row.contains("'kind': " + kind))
                        .hasSize(1);
            }
            assertThat(events).allMatch(row -> row.contains("'happened_at': " + NOON));
        }
    }

    @Test
    void aDerivationThatFailsDoesNotKeepTheOthersFromTheirFacts() {
        Derivation broken = new Derivation() {
            @Override
            public List<FactTable> tables() {
                return List.of(new FactTable("broken", List.of(FactTable.column("at", FactTable.Type.BIGINT))));
            }

            @Override
            public void derive(Session session, Rules rules, FactSink facts) {
                facts.add(tables().get(0), 1L);
                throw new IllegalStateException("on purpose");
            }
        };
        try (SessionsFixture house = new SessionsFixture(folder, broken)) {
            house.follows(aVisit().on("/"));

            assertThat(only(house).pageViews()).isEqualTo(1);
            assertThat(FactsDump.of(house.module().facts(), "broken").get("broken"))
                    .isEmpty();
            assertThat(house.counted("derive.failures")).isEqualTo(1);
        }
    }

    @Test
    void signalsOfAllDerivationsStandTogether() {
        try (SessionsFixture house = new SessionsFixture(folder, new EachClickHurts(), new EachClickHurts())) {
            house.follows(
                    aVisit(1).on("/").clicks("#buy"),
                    aVisit(2).on("/").clicks("#buy").clicks("#buy"));
            house.everybodyLeaves();

            assertThat(stalls(house)).containsExactlyInAnyOrder(2, 4);
        }
    }

    @Test
    void whenOneDerivationFailsTheSignalsOfAllStayAsTheyWere() {
        AtomicBoolean broken = new AtomicBoolean();
        Derivation fragile = new Derivation() {
            @Override
            public List<FactTable> tables() {
                return List.of();
            }

            @Override
            public void derive(Session session, Rules rules, FactSink facts) {
                if (broken.get()) {
                    throw new IllegalStateException("on purpose");
                }
                facts.add(SignalFacts.SIGNAL, "pain", facts.page("/"), null, session.startedAt(), 0L, 1);
            }
        };
        try (SessionsFixture house = new SessionsFixture(folder, fragile, new EachClickHurts())) {
            house.follows(aVisit(1).on("/").clicks("#buy"));
            assertThat(stalls(house)).containsExactly(2);

            broken.set(true);
            house.everybodyLeaves();
            assertThat(house.counted("derive.failures")).isPositive();
            assertThat(stalls(house)).containsExactly(2);
        }
    }

    @Test
    void aDerivationThatIsAddedLaterGetsTheVisitsOfBefore() {
        FactTable table = new FactTable("later", List.of(FactTable.column("at", FactTable.Type.BIGINT)));
        Derivation later = new Derivation() {
            @Override
            public List<FactTable> tables() {
                return List.of(table);
            }

            @Override
            public void derive(Session session, Rules rules, FactSink facts) {
                facts.add(table, session.startedAt());
            }
        };
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(aVisit(1).on("/")).everybodyLeaves();
        }
        try (SessionsFixture house = new SessionsFixture(folder, later)) {
            house.module().follower().catchUp();
            assertThat(FactsDump.of(house.module().facts(), "later").get("later"))
                    .hasSize(1);
        }
    }

    private static List<Integer> stalls(SessionsFixture house) {
        return house
                .module()
                .sessionList()
                .list(SessionFilter.all(1), SessionSort.NEWEST_FIRST, null, 10, NOON)
                .items()
                .stream()
                .map(SessionItem::stalls)
                .toList();
    }

    private static SessionItem only(SessionsFixture house) {
        List<SessionItem> items = house.module()
                .sessionList()
                .list(SessionFilter.all(1), SessionSort.NEWEST_FIRST, null, 10, NOON)
                .items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
