package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.InMemoryEventLog;
import io.sojourn.sessions.testing.SessionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {
    static final String[] TABLES = {"visit", "page_view", "event", "page", "element"};

    @TempDir
    Path folder;

    static List<LogRecord> records() {
        return aVisit().recorded()
                .on("/p/lamp")
                .clicks("#buy")
                .sends()
                .after(Duration.ofSeconds(5))
                .clicks("#cart")
                .sends()
                .after(Duration.ofSeconds(5))
                .on("/checkout")
                .types("email")
                .records();
    }

    static TreeMap<String, List<String>> undisturbed(Path folder) {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            return FactsDump.of(
                    house.follows(records()).everybodyLeaves().module().facts(), TABLES);
        }
    }

    @ParameterizedTest
    @EnumSource(FlushStep.class)
    void aFlushThatFailsAnywhereIsTriedAgainWithTheSameResult(FlushStep fatal) {
        try (SessionsFixture house = new SessionsFixture(folder.resolve("disturbed"))) {
            List<LogRecord> records = records();
            house.follows(records.subList(0, 2));
            house.watchedBy(step -> failAt(step, fatal));
            assertThatThrownBy(() -> house.follows(records.subList(2, records.size())))
                    .isInstanceOf(Crash.class);

            house.watchedBy(FlushStep.UNWATCHED).everybodyLeaves();
            assertThat(FactsDump.of(house.module().facts(), TABLES))
                    .isEqualTo(undisturbed(folder.resolve("undisturbed")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FlushStep.class,
            names = {"LOG_FORCED", "BLOCKS_WRITTEN"})
    void whatWasNotForcedMayBeGoneAfterACrash(FlushStep fatal) {
        InMemoryEventLog log = new InMemoryEventLog();
        List<LogRecord> records = records();
        try (SessionsFixture house = new SessionsFixture(folder.resolve("disturbed"), log)) {
            house.watchedBy(step -> failAt(step, fatal));
            assertThatThrownBy(() -> house.follows(records)).isInstanceOf(Crash.class);
            log.with(records);
            log.crash();
            loseHalfOfEachSegment();
        }
        assertThat(log.size()).isEqualTo(records.size());
        try (SessionsFixture house = new SessionsFixture(folder.resolve("disturbed"), log)) {
            house.clock.set(records.get(records.size() - 1).receivedAt());
            house.everybodyLeaves();
            assertThat(house.module().notices()).isEmpty();
            assertThat(FactsDump.of(house.module().facts(), TABLES))
                    .isEqualTo(undisturbed(folder.resolve("undisturbed")));
        }
    }

    private void loseHalfOfEachSegment() {
        try (Stream<Path> files = Files.walk(folder.resolve("disturbed/segments"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatNoFlushFinishedLeavesNoFileBehind() throws IOException {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.watchedBy(step -> failAt(step, FlushStep.BLOCKS_FORCED));
            assertThatThrownBy(() -> house.follows(records())).isInstanceOf(Crash.class);
            house.watchedBy(FlushStep.UNWATCHED).everybodyLeaves();

            try (Stream<Path> files = Files.list(folder.resolve("segments/analysis"))) {
                assertThat(files)
                        .singleElement()
                        .satisfies(file ->
                                assertThat(file.getFileName().toString()).isGreaterThan("000000000001.seg"));
            }
        }
    }

    static void failAt(FlushStep step, FlushStep fatal) {
        if (step == fatal) {
            throw new Crash();
        }
    }

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
