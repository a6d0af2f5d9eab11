package io.sojourn.benchmarks.sessions;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.journey.signal.SignalDerivation;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.follow.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The follower under load: batches are appended to the log at a fixed rate, as the intake does, while it reads, keeps and
 * derives; once it stands still for a while and has to catch up. Arguments: seconds (120), batches a second (2,000), open
 * sessions (10,000), seconds of the stall (60, 0 for none), name of the results (follow). The length of the load test of ten
 * million events is {@code 625 2000 10000 60 load}.
 *
 * <p>Memory is the process's own (RssAnon): the log's mapped pages belong to the system's cache.
 */
public final class FollowBench {
    private final long startedAt = System.nanoTime();
    private final Course course = new Course();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private volatile boolean stalled;
    private volatile boolean stop;
    private volatile long appended;
    private long received;

    private FollowBench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = number(arguments, 0, 120);
        int rate = number(arguments, 1, 2_000);
        int open = number(arguments, 2, 10_000);
        int stall = number(arguments, 3, 60);
        String name = arguments.length > 4 ? arguments[4] : "follow";
        new FollowBench().run(seconds, rate, open, stall, name);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void run(int seconds, int rate, int open, int stall, String name) throws Exception {
        Path folder = Files.createTempDirectory("sojourn-follow");
        Path results = Files.createDirectories(Path.of("benchmarks", "results"));
        try (ChronicleEventLog log = ChronicleEventLog.open(folder.resolve("log"));
                SessionsModule module = new SessionsModule(
                        folder.resolve("sessions"),
                        log,
                        metrics,
                        InstantSource.system(),
                        List.of(new SignalDerivation()),
                        256,
                        Retention.DEFAULT)) {
            Thread follower = new Thread(() -> follow(module), "follower");
            follower.start();
            load(log, module, seconds, rate, open, stall);
            double behind = second();
            long least = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
            while (module.follower().behindMillis() > 0 && System.nanoTime() < least) {
                sample(module);
                Thread.sleep(500);
            }
            double caughtUp = second() - behind;
            stop = true;
            follower.join();
            course.write(results, name);
            report(module, folder, results.resolve(name + ".txt"), rate, open, caughtUp);
        } finally {
            stop = true;
            Remains.delete(folder);
        }
    }

    private void follow(SessionsModule module) {
        while (!stop) {
            if (stalled || module.follower().step() == 0) {
                pause(5);
            }
        }
    }

    private void load(EventLog log, SessionsModule module, int seconds, int rate, int open, int stall) {
        MadeUpBatches crowd = new MadeUpBatches(open);
        int stallFrom = seconds / 4;
        double sampled = 0;
        while (second() < seconds) {
            stalled = stall > 0 && second() >= stallFrom && second() < stallFrom + stall;
            while (appended < second() * rate && second() < seconds) {
                LogRecord entry = crowd.next(System.currentTimeMillis());
                received += entry.batch().remaining();
                log.append(new Id128(appended, 1), entry, NOTHING);
                appended++;
            }
            if (second() - sampled >= 1) {
                sampled = second();
                sample(module);
            }
            pause(2);
        }
        stalled = false;
    }

    private static final EventLog.AppendCallback NOTHING = new EventLog.AppendCallback() {
        @Override
        public void appended() {}

        @Override
        public void failed(LogUnavailable why) {
            throw new IllegalStateException(why);
        }
    };

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private double second() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private void sample(SessionsModule module) {
        double lag = stalled
                ? course.most(Course.Sample::lagSeconds)
                : module.follower().behindMillis() / 1000.0;
        int sessions =
                (int) metrics.get("sojourn.follower.open.sessions").gauge().value();
        course.add(new Course.Sample(second(), lag, memoryMb(), appended, sessions));
    }

    private static double memoryMb() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("RssAnon")) {
                    return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException notLinux) {
            // below
        }
        return Runtime.getRuntime().totalMemory() / 1e6;
    }

    private void report(SessionsModule module, Path folder, Path file, int rate, int open, double caughtUp)
            throws IOException {
        double flush = metrics.get("sojourn.follower.flush").timer().max(TimeUnit.MILLISECONDS);
        module.follower().catchUp();
        long start = System.nanoTime();
        int marked = module.follower().rederive(null, 0);
        module.follower().catchUp();
        double rederived = marked / ((System.nanoTime() - start) / 1e9);
        module.follower().tidy();
        double ratio = (double) Remains.bytes(folder.resolve("sessions").resolve("segments")) / received;
        String text = String.format(
                Locale.ROOT,
                "batches appended        %d (%d a second wanted)%nopen sessions wanted    %d, most seen %.0f (target 10000)%n"
                        + "most lag                %.1f s, caught up %.1f s after the load ended%n"
                        + "most memory             %.0f MB beyond mapped files (target 600)%n"
                        + "slowest flush           %.0f ms (target 2000)%n"
                        + "stored / received       %.2f (target 0.6; made-up batches)%n"
                        + "rederived               %.0f sessions a second of %d batches each (target 2000)%n",
                appended,
                rate,
                open,
                course.most(Course.Sample::open),
                course.most(Course.Sample::lagSeconds),
                caughtUp,
                course.most(Course.Sample::memoryMb),
                flush,
                ratio,
                rederived,
                MadeUpBatches.BATCHES);
        Files.writeString(file, text);
        System.out.print(text);
    }
}
