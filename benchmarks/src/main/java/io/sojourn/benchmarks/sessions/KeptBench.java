package io.sojourn.benchmarks.sessions;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.heatmap.fact.HeatFacts;
import io.sojourn.journey.form.FormDerivation;
import io.sojourn.journey.signal.SignalDerivation;
import io.sojourn.journey.stall.StallDerivation;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.follow.Retention;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a visit of the demo costs once it is kept: bytes on disk after compaction beside the bytes that browsers sent, and how
 * fast kept visits are derived again. The follower flushes as often as it would have during those two weeks, by a clock that
 * goes with the records. Arguments: visits (1,000), how often all are derived again (5; the first is thrown away).
 */
public final class KeptBench {
    private volatile long now;

    private KeptBench() {}

    public static void main(String[] arguments) throws IOException {
        int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new KeptBench().run(visits, rounds);
    }

    private void run(int visits, int rounds) throws IOException {
        Path folder = Files.createTempDirectory("sojourn-kept");
        List<LogRecord> records = DemoCrowd.records(visits);
        long[] received = new long[3];
        now = records.get(0).receivedAt();
        try (ChronicleEventLog log = ChronicleEventLog.open(folder.resolve("log"));
                SessionsModule module = new SessionsModule(
                        folder.resolve("sessions"),
                        log,
                        new SimpleMeterRegistry(),
                        () -> Instant.ofEpochMilli(now),
                        derivations(),
                        256,
                        new Retention(Duration.ofDays(400), Duration.ofDays(400)))) {
            for (LogRecord entry : records) {
                received[lane(entry)] += entry.batch().remaining();
                now = entry.receivedAt();
                log.append(Id128.parse("0".repeat(32)), entry, NOTHING);
                module.follower().step();
            }
            now += Duration.ofHours(2).toMillis();
            module.follower().catchUp();
            module.follower().tidy();
            Path segments = folder.resolve("sessions").resolve("segments");
            long[] stored = {0, Remains.bytes(segments.resolve("analysis")), Remains.bytes(segments.resolve("playback"))
            };
            say(visits, records.size(), received, stored, rederived(module, rounds));
        } finally {
            Remains.delete(folder);
        }
    }

    /** All that the server registers. */
    static List<Derivation> derivations() {
        List<Derivation> all = new ArrayList<>(HeatFacts.derivations());
        all.addAll(List.of(new SignalDerivation(), new StallDerivation(), new FormDerivation()));
        return all;
    }

    private static int lane(LogRecord entry) {
        try {
            return Batch.parseFrom(entry.batch().duplicate()).getLane() == Lane.PLAYBACK ? 2 : 1;
        } catch (InvalidProtocolBufferException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /** Sessions a second, by the clock and by the time that all processors together spent. */
    private static double[] rederived(SessionsModule module, int rounds) {
        double[] byClock = new double[rounds];
        double[] byCpu = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            long start = System.nanoTime();
            long cpu = cpuNanos();
            int marked = module.follower().rederive(null, 0);
            module.follower().catchUp();
            if (round >= 0) {
                byClock[round] = marked / ((System.nanoTime() - start) / 1e9);
                byCpu[round] = marked / ((cpuNanos() - cpu) / 1e9);
            }
        }
        Arrays.sort(byClock);
        Arrays.sort(byCpu);
        return new double[] {byClock[rounds / 2], byClock[0], byCpu[rounds / 2]};
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void say(int visits, int batches, long[] received, long[] stored, double[] rederived)
            throws IOException {
        String text = String.format(
                Locale.ROOT,
                "%d visits of the demo, %d batches, deflated as browsers do%n"
                        + "stored / received, all         %.3f (%d of %d bytes; target 0.6)%n"
                        + "stored / received, events      %.3f (%d of %d bytes)%n"
                        + "stored / received, recordings  %.3f (%d of %d bytes)%n"
                        + "derived again                  %.0f visits a second, median (slowest %.0f; target 2000)%n"
                        + "                               %.0f visits a second of one processor%n",
                visits,
                batches,
                (double) (stored[1] + stored[2]) / (received[1] + received[2]),
                stored[1] + stored[2],
                received[1] + received[2],
                (double) stored[1] / received[1],
                stored[1],
                received[1],
                (double) stored[2] / received[2],
                stored[2],
                received[2],
                rederived[0],
                rederived[1],
                rederived[2]);
        Path results = Files.createDirectories(Path.of("benchmarks", "results"));
        Files.writeString(results.resolve("kept.txt"), text);
        System.out.print(text);
    }

    private static final EventLog.AppendCallback NOTHING = new EventLog.AppendCallback() {
        @Override
        public void appended() {}

        @Override
        public void failed(LogUnavailable why) {
            throw new IllegalStateException(why);
        }
    };
}
