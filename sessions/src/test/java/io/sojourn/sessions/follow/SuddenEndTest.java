package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.InMemoryEventLog;
import io.sojourn.sessions.testing.SessionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process ends at once, at any step: the folder is copied as it is in that moment, which is what the next process finds after
 * a kill, and another house is opened on the copy.
 */
class SuddenEndTest {
    private static final String[] TABLES = {"visit", "page_view", "event", "goal_reached", "page", "element"};
    private static final Id128 SOMEBODY = new Id128(5, 6);

    @TempDir
    Path folder;

    @Test
    void whateverStepOfAFlushWasTheLastNothingIsMissingOrDouble() {
        List<LogRecord> records = CrashTest.records();
        InMemoryEventLog log = new InMemoryEventLog();
        Map<FlushStep, Path> moments = new EnumMap<>(FlushStep.class);
        TreeMap<String, List<String>> whole;
        try (SessionsFixture house = new SessionsFixture(folder.resolve("house"), log)) {
            house.follows(records.subList(0, 2));
            house.watchedBy(step -> moments.computeIfAbsent(step, first -> copyOf("house", step.name())));
            house.follows(records.subList(2, records.size())).everybodyLeaves();
            whole = FactsDump.of(house.module().facts(), TABLES);
        }
        assertThat(moments.keySet()).containsExactly(FlushStep.values());
        for (Map.Entry<FlushStep, Path> moment : moments.entrySet()) {
            try (SessionsFixture next = new SessionsFixture(moment.getValue(), log)) {
                next.clock.set(records.get(records.size() - 1).receivedAt());
                next.everybodyLeaves();
                assertThat(next.module().notices()).as(moment.getKey().name()).isEmpty();
                assertThat(FactsDump.of(next.module().facts(), TABLES))
                        .as(moment.getKey().name())
                        .isEqualTo(whole);
                assertThat(orphans(next, moment.getValue()))
                        .as(moment.getKey().name())
                        .isEmpty();
            }
        }
    }

    @Test
    void whateverStepOfTidyingWasTheLastTheNextTidyingEndsTheSame() {
        InMemoryEventLog log = new InMemoryEventLog();
        Map<HousekeepingStep, Path> moments = new EnumMap<>(HousekeepingStep.class);
        long later;
        try (SessionsFixture house = new SessionsFixture(folder.resolve("house"), log)) {
            for (int i = 0; i < 9; i++) {
                house.follows(aVisit(i)
                        .by(i == 3 ? SOMEBODY : null)
                        .recorded()
                        .on("/p/" + i)
                        .clicks("#buy"));
                house.restarts(); // another file each
            }
            house.everybodyLeaves();
            house.module().follower().eraseVisitor(1, SOMEBODY);
            house.housekeepingWatchedBy(step -> moments.computeIfAbsent(step, first -> copyOf("house", step.name())));
            house.tidiesAfter(Duration.ofDays(31));
            later = house.clock.millis();
        }
        assertThat(moments).hasSizeGreaterThanOrEqualTo(6);
        for (Map.Entry<HousekeepingStep, Path> moment : moments.entrySet()) {
            try (SessionsFixture next = new SessionsFixture(moment.getValue(), log)) {
                next.clock.set(later);
                next.module().follower().tidy();
                assertThat(FactsDump.of(next.module().facts(), "visit").get("visit"))
                        .as(moment.getKey().name())
                        .hasSize(8);
                for (int i = 0; i < 9; i++) {
                    boolean analysis = next.module()
                            .sessions()
                            .find(1, aVisit(i).id(), Lane.ANALYSIS)
                            .isPresent();
                    assertThat(analysis).as(moment.getKey() + " " + i).isEqualTo(i != 3);
                    assertThat(next.module().sessions().find(1, aVisit(i).id(), Lane.PLAYBACK))
                            .as(moment.getKey() + " " + i)
                            .isEmpty();
                }
                assertThat(orphans(next, moment.getValue()))
                        .as(moment.getKey().name())
                        .isEmpty();
            }
        }
    }

    /** Segment files no block stands in. */
    private static List<Path> orphans(SessionsFixture house, Path root) {
        List<Path> orphans = new ArrayList<>();
        for (Lane lane : List.of(Lane.ANALYSIS, Lane.PLAYBACK)) {
            List<String> named = house.module().facts().read(connection -> {
                List<String> names = new ArrayList<>();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT DISTINCT segment FROM block WHERE lane = " + lane.getNumber());
                while (rows.next()) {
                    names.add("%012d.seg".formatted(rows.getLong(1)));
                }
                return names;
            });
            Path files = root.resolve("segments").resolve(lane.name().toLowerCase(Locale.ROOT));
            try (Stream<Path> all = Files.exists(files) ? Files.list(files) : Stream.empty()) {
                all.filter(file -> !named.contains(file.getFileName().toString()))
                        .forEach(orphans::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return orphans;
    }

    private Path copyOf(String house, String name) {
        Path from = folder.resolve(house);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }
}
