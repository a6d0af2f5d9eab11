package io.sojourn.eventlog.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it appends; what it was told is kept, and the next process opens the log at once. */
class KilledWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheKillIsReadAfterIt() throws Exception {
        long acknowledged = appendUntilKilled(2_000);

        List<Long> read = new ArrayList<>();
        try (EventLog log = ChronicleEventLog.open(folder);
                LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                read.add(entry.batch().getLong(entry.batch().position()));
            }
            assertThat(reader.damaged()).isZero();
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo((int) acknowledged + 1);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(i);
        }
    }

    private long appendUntilKilled(long enough) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-D"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Writer.class.getName(), folder.toString()));
        Process writer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = -1;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Long.parseLong(line);
                if (last >= enough) {
                    writer.toHandle().destroyForcibly(); // unlike the process's own, this leaves what it said readable
                }
            }
        }
        writer.waitFor();
        assertThat(last).isGreaterThanOrEqualTo(enough);
        return last;
    }

    /** Appends numbers for ever and says each one that was acknowledged. */
    static final class Writer {
        public static void main(String[] arguments) {
            EventLog log = ChronicleEventLog.open(Path.of(arguments[0]));
            for (long number = 0; ; number++) {
                long acknowledged = number;
                ByteBuffer batch = ByteBuffer.allocate(200).putLong(0, number);
                log.append(new Id128(1, 1), new LogRecord(1, 1, "", "", batch), new EventLog.AppendCallback() {
                    @Override
                    public void appended() {
                        System.out.println(acknowledged);
                    }

                    @Override
                    public void failed(LogUnavailable reason) {
                        throw reason;
                    }
                });
            }
        }
    }
}
