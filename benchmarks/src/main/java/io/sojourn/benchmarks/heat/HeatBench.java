package io.sojourn.benchmarks.heat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.benchmarks.heat.store.MadeUpClicks;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.fact.HeatFacts;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.heatmap.store.PointMaps;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.follow.Retention;
import io.sojourn.sessions.kept.KeptFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Counts maps from made-up clicks: {@code ./sojourn bench heat [MILLIONS]}, 2 without a number; 50 takes some minutes and 8 GB of
 * disk. Says medians and extremes of repeated questions, the first of each left out.
 */
public final class HeatBench {
    private static final int ROUNDS = 9;
    private static final int DATABASE_MB = 1_024;
    private static final long WEEK = Duration.ofDays(7).toMillis();

    private final StringBuilder said = new StringBuilder();

    private HeatBench() {}

    public static void main(String[] arguments) throws Exception {
        long clicks = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 2) * 1_000_000;
        Path folder = Files.createTempDirectory("heat-bench");
        try {
            new HeatBench().run(folder, clicks);
        } finally {
            delete(folder);
        }
    }

    private void run(Path folder, long clicks) throws Exception {
        try (EventLog log = ChronicleEventLog.open(folder.resolve("log"))) {
            open(folder, log).close();
            Path facts = KeptFolder.open(folder.resolve("sessions")).facts();
            long began = System.nanoTime();
            MadeUpClicks.fill(facts, clicks);
            say(
                    "%,d clicks made up in %.0f s, %,d MB",
                    clicks, (System.nanoTime() - began) / 1e9, Files.size(facts) >> 20);
            long from = MadeUpClicks.START + 40 * Duration.ofDays(1).toMillis();
            long[] busy = MadeUpClicks.pageWith(facts, 1_000_000, 0, Long.MAX_VALUE / 2);
            long[] busyWeek = MadeUpClicks.pageWith(facts, 1_000_000, from, from + WEEK);
            long[] usual = MadeUpClicks.pageWith(facts, clicks / 500, 0, Long.MAX_VALUE / 2);
            try (SessionsModule module = open(folder, log)) {
                ask(
                        module,
                        "busiest week, device",
                        busyWeek[0],
                        busyWeek[1],
                        new SessionFilter(1, from, from + WEEK, null, List.of()));
                ask(module, "nearly 1 M clicks, any time", busy[0], busy[1], SessionFilter.all(1));
                ask(module, "usual page, any time", usual[0], usual[1], SessionFilter.all(1));
                ask(
                        module,
                        "usual page, a week",
                        usual[0],
                        -1,
                        new SessionFilter(1, from, from + WEEK, null, List.of()));
                for (Condition condition : List.of(
                        new Condition(Field.BROWSER, Op.IS, "Firefox"),
                        new Condition(Field.PAGE, Op.IS, "/p/7"),
                        new Condition(Field.PAGE, Op.NOT, "/p/7"),
                        new Condition(Field.ENTRY, Op.CONTAINS, "/p/1"),
                        new Condition(Field.CLICKS, Op.AT_LEAST, "3"))) {
                    ask(
                            module,
                            "usual page, " + condition,
                            usual[0],
                            -1,
                            SessionFilter.all(1).and(condition));
                }
            }
            say("peak memory of the process: %s", peak());
        }
        Path results = Path.of(System.getProperty("results", "."));
        Files.createDirectories(results);
        Files.writeString(results.resolve("heat.txt"), said);
    }

    private static SessionsModule open(Path folder, EventLog log) {
        return new SessionsModule(
                folder.resolve("sessions"),
                log,
                new SimpleMeterRegistry(),
                InstantSource.system(),
                HeatFacts.derivations(),
                DATABASE_MB,
                Retention.DEFAULT);
    }

    private void ask(SessionsModule module, String what, long page, long expected, SessionFilter filter) {
        PointMaps maps = new PointMaps(module.facts());
        PointKind kind = (PointKind) HeatKinds.named("click").orElseThrow();
        HeatQuestion question = HeatQuestion.of(filter, "/p/" + page, Device.DESKTOP);
        PointMap map = maps.read(question, kind);
        long[] took = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            map = maps.read(question, kind);
            took[round] = System.nanoTime() - began;
        }
        if (expected >= 0 && map.total() != expected) {
            throw new IllegalStateException(what + ": " + map.total() + " clicks, by hand " + expected);
        }
        Arrays.sort(took);
        say(
                "%-62s %,9d clicks  median %4.0f ms (%.0f to %.0f)",
                what, map.total(), took[ROUNDS / 2] / 1e6, took[0] / 1e6, took[ROUNDS - 1] / 1e6);
    }

    private void say(String sentence, Object... values) {
        String line = String.format(Locale.ROOT, sentence, values);
        System.out.println(line);
        said.append(line).append('\n');
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("unknown")
                    .replaceAll("\\s+", " ");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
