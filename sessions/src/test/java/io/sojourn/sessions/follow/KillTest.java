package io.sojourn.sessions.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.InMemoryEventLog;
import io.sojourn.sessions.testing.SessionsFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that stops dead in a flush, without closing anything, and another one that goes on. */
class KillTest {
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = FlushStep.class,
            names = {"BLOCKS_FORCED", "COMMITTED", "DERIVED"})
    void theNextProcessGoesOnWhereTheKilledOneStopped(FlushStep fatal) throws IOException, InterruptedException {
        Path disturbed = folder.resolve("disturbed");
        assertThat(follower(disturbed, fatal).waitFor()).isEqualTo(KILLED);

        List<LogRecord> records = CrashTest.records();
        InMemoryEventLog log = new InMemoryEventLog().with(records);
        try (SessionsFixture house = new SessionsFixture(disturbed, log)) {
            house.clock.set(records.get(records.size() - 1).receivedAt());
            house.everybodyLeaves();
            assertThat(house.module().notices()).isEmpty();
            assertThat(FactsDump.of(house.module().facts(), CrashTest.TABLES))
                    .isEqualTo(CrashTest.undisturbed(folder.resolve("undisturbed")));
        }
    }

    private static Process follower(Path folder, FlushStep fatal) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTest.class.getName(),
                        folder.toString(),
                        fatal.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Follows the same records and stops at the second time the flush gets to the step named. */
    public static void main(String[] arguments) {
        FlushStep fatal = FlushStep.valueOf(arguments[1]);
        List<LogRecord> records = CrashTest.records();
        SessionsFixture house = new SessionsFixture(Path.of(arguments[0]));
        house.follows(records.subList(0, 2));
        house.watchedBy(step -> {
            if (step == fatal) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        house.follows(records.subList(2, records.size()));
    }
}
