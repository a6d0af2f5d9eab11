package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.testing.EachClickHurts;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network and the machine do to the batches, the same visits come out. */
class OrderLawTest {
    private static final String[] TABLES = {"visit", "page_view", "event", "signal"};
    private static final int VISITS = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderRepeatsSplitsAndRestartsMakeNoDifference(long seed) {
        Random random = new Random(seed);
        List<VisitBuilder> visits = randomVisits(seed);
        List<LogRecord> records = records(visits);
        Outcome expected;
        try (SessionsFixture house = new SessionsFixture(folder.resolve("straight"), new EachClickHurts())) {
            expected = outcome(house.follows(records).everybodyLeaves(), visits);
        }
        List<LogRecord> disturbed = disturbed(records, random);
        try (SessionsFixture house = new SessionsFixture(folder.resolve("disturbed"), new EachClickHurts())) {
            // The clock stands at the end from the start: what ends too early is reopened by what comes late.
            house.clock.set(
                    disturbed.stream().mapToLong(LogRecord::receivedAt).max().orElseThrow());
            for (List<LogRecord> part : split(disturbed, random)) {
                house.follows(part);
                misfortune(house, random);
            }
            assertThat(outcome(house.everybodyLeaves(), visits)).isEqualTo(expected);
        }
    }

    private record Outcome(List<Optional<Session>> sessions, TreeMap<String, List<String>> facts) {}

    private static Outcome outcome(SessionsFixture house, List<VisitBuilder> visits) {
        List<Optional<Session>> sessions = new ArrayList<>();
        for (VisitBuilder visit : visits) {
            sessions.add(house.module().sessions().find(1, visit.id(), Lane.ANALYSIS));
            sessions.add(house.module().sessions().find(1, visit.id(), Lane.PLAYBACK));
        }
        return new Outcome(sessions, FactsDump.of(house.module().facts(), TABLES));
    }

    private static void misfortune(SessionsFixture house, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> house.restarts();
            case 1 -> house.everybodyLeaves();
            case 2 -> house.module().follower().rederive();
            default -> house.module().follower().flush();
        }
    }

    private static List<LogRecord> disturbed(List<LogRecord> records, Random random) {
        List<LogRecord> all = new ArrayList<>(records);
        for (LogRecord entry : records) {
            if (random.nextInt(3) == 0) {
                all.add(delayed(entry, random.nextInt(1_000)));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static LogRecord delayed(LogRecord entry, int by) {
        return new LogRecord(
                entry.receivedAt() + by, entry.siteId(), entry.userAgent(), entry.address(), entry.batch());
    }

    private static List<List<LogRecord>> split(List<LogRecord> records, Random random) {
        List<List<LogRecord>> parts = new ArrayList<>();
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(records.size() / 3));
            parts.add(records.subList(from, to));
            from = to;
        }
        return parts;
    }

    static List<VisitBuilder> randomVisits(long seed) {
        Random random = new Random(seed);
        List<VisitBuilder> visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            visits.add(randomVisit(i, random));
        }
        return visits;
    }

    static List<LogRecord> records(List<VisitBuilder> visits) {
        return visits.stream()
                .flatMap(visit -> visit.records().stream())
                .sorted(Comparator.comparingLong(LogRecord::receivedAt))
                .toList();
    }

    private static VisitBuilder randomVisit(int number, Random random) {
        VisitBuilder visit = aVisit(number).startingAt(NOON + random.nextInt(60_000));
        if (random.nextBoolean()) {
            visit.withClockAhead(Duration.ofMinutes(random.nextInt(600) - 300));
        }
        if (random.nextBoolean()) {
            visit.recorded();
        }
        visit.on("/start");
        for (int i = 0; i < 5 + random.nextInt(30); i++) {
            doSomething(visit.after(Duration.ofMillis(random.nextInt(20_000))), random);
        }
        return visit.leaves();
    }

    private static void doSomething(VisitBuilder visit, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> visit.on("/p/" + random.nextInt(5));
            case 1 -> visit.goesTo("/s/" + random.nextInt(5));
            case 2 -> visit.scrolls(random.nextInt(2_000));
            case 3 -> visit.types("field" + random.nextInt(3));
            case 4 -> visit.sends();
            case 5 -> visit.submits("form");
            default -> visit.clicks("#button" + (char) ('a' + random.nextInt(5)));
        }
    }

    @Test
    void deletingTheFactsAndDerivingAgainGivesTheSameFacts() {
        try (SessionsFixture house = new SessionsFixture(folder, new EachClickHurts())) {
            house.follows(records(randomVisits(99))).everybodyLeaves();
            TreeMap<String, List<String>> before = FactsDump.of(house.module().facts(), TABLES);
            house.module().facts().read(connection -> {
                for (String table : TABLES) {
                    connection.createStatement().execute("DELETE FROM " + table);
                }
                return true;
            });
            house.module().follower().rederive();
            house.module().follower().catchUp();

            assertThat(FactsDump.of(house.module().facts(), TABLES)).isEqualTo(before);
            assertThat(before.get("visit")).hasSize(VISITS);
        }
    }

    @Test
    void newRulesHaveEverythingDerivedAgain() {
        try (SessionsFixture house = new SessionsFixture(folder, new EachClickHurts())) {
            house.follows(records(randomVisits(5))).everybodyLeaves();
            house.module()
                    .facts()
                    .read(connection -> connection.createStatement().execute("DELETE FROM visit"));
            house.rules(new Rules(2)).module().follower().catchUp();

            assertThat(FactsDump.of(house.module().facts(), "visit").get("visit"))
                    .hasSize(VISITS);
        }
    }
}
