package io.sojourn.journey.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.journey.testing.ScriptedSite;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of which is known where visitors stall and why, from batches to the ledger. The whole runs as a benchmark. */
class PlantedStallsTest {
    private static final int VISITS = 2_400;

    @TempDir
    static Path folder;

    private static SessionsFixture house;
    private static List<PlaceItem> places;

    @BeforeAll
    static void everybodyComesAndGoes() {
        house = new SessionsFixture(folder, new JourneyDerivation());
        ScriptedSite site = new ScriptedSite(5, VisitBuilder.NOON);
        List<io.sojourn.eventlog.LogRecord> records = new ArrayList<>();
        site.visits(VISITS).forEach(visit -> records.addAll(visit.records()));
        house.follows(records).everybodyLeaves();
        places = places(SessionFilter.all(1));
    }

    private static List<PlaceItem> places(SessionFilter filter) {
        return new Ledger(new StallReader(house.module().facts()).read(filter, new long[0])).places();
    }

    @AfterAll
    static void closes() {
        house.close();
    }

    private static List<PlaceItem> findings() {
        return places.stream().filter(item -> item.rank() != null).toList();
    }

    @Test
    void nearlyAllThatIsPlantedIsFoundAndNothingElse() {
        assertThat(found()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(findings())
                .noneMatch(item -> ScriptedSite.DECOYS.contains(item.place().template()));
    }

    @Test
    void itsCauseIsToldRight() {
        assertThat(found())
                .allSatisfy((page, item) -> assertThat(item.cause().key())
                        .isEqualTo(ScriptedSite.PLANTED.stream()
                                .filter(planted -> planted.page().equals(page))
                                .findFirst()
                                .orElseThrow()
                                .cause()));
    }

    private static Map<String, PlaceItem> found() {
        Map<String, PlaceItem> found = new HashMap<>();
        findings().stream()
                .limit(14)
                .forEach(item -> found.putIfAbsent(item.place().template(), item));
        found.keySet()
                .retainAll(ScriptedSite.PLANTED.stream()
                        .map(ScriptedSite.Planted::page)
                        .toList());
        return found;
    }

    @Test
    void thePartsOfAFilterAddUp() {
        int whole = places.stream().mapToInt(PlaceItem::sessions).sum();
        long lost = places.stream().mapToLong(PlaceItem::lostMs).sum();
        int parts = 0;
        long partsLost = 0;
        for (Device device : Device.values()) {
            SessionFilter filter = new SessionFilter(1, 0, Long.MAX_VALUE, device, List.of());
            parts += places(filter).stream().mapToInt(PlaceItem::sessions).sum();
            partsLost += places(filter).stream().mapToLong(PlaceItem::lostMs).sum();
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(partsLost).isEqualTo(lost);
    }

    @Test
    void noMomentOfAVisitIsLostTwice() {
        LedgerFacts facts = new StallReader(house.module().facts()).read(SessionFilter.all(1), new long[0]);
        facts.stalls().stream()
                .collect(java.util.stream.Collectors.groupingBy(StallRow::session))
                .forEach((session, rows) -> {
                    long from =
                            rows.stream().mapToLong(StallRow::startedAt).min().orElse(0);
                    long to = rows.stream().mapToLong(StallRow::endedAt).max().orElse(0);
                    assertThat(rows.stream().mapToLong(StallRow::ownMs).sum()).isLessThanOrEqualTo(to - from);
                });
    }
}
