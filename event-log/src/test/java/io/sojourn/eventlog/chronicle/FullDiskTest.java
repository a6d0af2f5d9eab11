package io.sojourn.eventlog.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that runs full: what was acknowledged is there, what was not is refused, and room makes it go on. */
class FullDiskTest {
    private static final int RECORD = 64 << 10;

    @TempDir
    Path folder;

    private Path small;

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small.toString()) == 0,
                "only root can mount a small file system");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", small.toString());
    }

    @Test
    void aFullDiskRefusesLosesNothingAndRecovers() throws Exception {
        Path ballast = Files.write(small.resolve("ballast"), new byte[12 << 20]);
        List<Long> acknowledged = new ArrayList<>();
        try (EventLog log = ChronicleEventLog.open(small.resolve("log"))) {
            long number = 0;
            while (append(log, number, acknowledged)) {
                number++;
                assertThat(number).isLessThan(1_000);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(append(log, ++number, acknowledged)).isFalse();
            }
            Files.delete(ballast);
            for (int i = 0; i < 20; i++) {
                assertThat(append(log, ++number, acknowledged)).isTrue();
            }
            assertThat(read(log)).containsAll(acknowledged);
        }
        try (EventLog log = ChronicleEventLog.open(small.resolve("log"))) {
            assertThat(read(log)).containsAll(acknowledged);
        }
    }

    private static boolean append(EventLog log, long number, List<Long> acknowledged) {
        ByteBuffer batch = ByteBuffer.allocate(RECORD).putLong(0, number);
        int before = acknowledged.size();
        log.append(new Id128(1, 1), new LogRecord(1, 1, "", "", batch), new EventLog.AppendCallback() {
            @Override
            public void appended() {
                acknowledged.add(number);
            }

            @Override
            public void failed(LogUnavailable weather) {
                // not acknowledged
            }
        });
        return acknowledged.size() > before;
    }

    private static List<Long> read(EventLog log) throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                numbers.add(entry.batch().getLong(entry.batch().position()));
            }
        }
        return numbers;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
