package io.sojourn.benchmarks.sessions;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.filter.Field;
import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.follow.Retention;
import io.sojourn.sessions.store.SessionSort;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of sessions over many sessions: every field as a single filter, every sort. Arguments: how many sessions (1,000,000),
 * how often each question is asked (7). The median counts; the first time is thrown away.
 */
public final class ListBench {
    private static final long NOW = 1_790_000_000_000L;

    private ListBench() {}

    public static void main(String[] arguments) throws Exception {
        int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        Path folder = Files.createTempDirectory("sojourn-list");
        Path report = Path.of("benchmarks", "results", "list.txt");
        Files.createDirectories(report.getParent());
        try (ChronicleEventLog log = ChronicleEventLog.open(folder.resolve("log"));
                SessionsModule module = new SessionsModule(
                        folder.resolve("sessions"),
                        log,
                        new SimpleMeterRegistry(),
                        InstantSource.system(),
                        List.of(),
                        256,
                        Retention.DEFAULT);
                PrintStream out = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            fill(module, sessions);
            say(out, sessions + " sessions; median and slowest of " + times + ", ms; target 200");
            measure(module, times, out);
        } finally {
            Remains.delete(folder);
        }
    }

    private static void measure(SessionsModule module, int times, PrintStream out) {
        long worst = 0;
        SessionFilter all = new SessionFilter(1, NOW - 30L * 86_400_000, NOW + 1, null, List.of());
        for (SessionSort.By by : SessionSort.By.values()) {
            worst = Math.max(worst, time(module, "sort by " + by, all, new SessionSort(by, true), times, out));
        }
        for (Map.Entry<Field, String> field : values().entrySet()) {
            SessionFilter filter = all.and(new Condition(field.getKey(), Op.IS, field.getValue()));
            worst = Math.max(
                    worst, time(module, "where " + field.getKey(), filter, SessionSort.NEWEST_FIRST, times, out));
        }
        say(out, "slowest median: " + worst + " ms");
    }

    private static long time(
            SessionsModule module, String name, SessionFilter filter, SessionSort sort, int times, PrintStream out) {
        long[] took = new long[times];
        int found = 0;
        for (int i = -1; i < times; i++) {
            long start = System.nanoTime();
            found = module.sessionList()
                    .list(filter, sort, null, 50, NOW)
                    .items()
                    .size();
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1_000_000;
            }
        }
        Arrays.sort(took);
        say(out, String.format("%-22s %5d %5d   (%d found)", name, took[times / 2], took[times - 1], found));
        return took[times / 2];
    }

    private static void say(PrintStream out, String line) {
        out.println(line);
        System.out.println(line);
    }

    private static Map<Field, String> values() {
        Map<Field, String> values = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            values.put(field, "3");
        }
        for (Field yesNo : List.of(Field.NEW, Field.BOUNCE, Field.ENDED, Field.RECORDED, Field.NOT_FOUND)) {
            values.put(yesNo, "true");
        }
        for (Field page : List.of(Field.PAGE, Field.ENTRY, Field.EXIT)) {
            values.put(page, "/p/17");
        }
        values.put(Field.VISITOR, "0".repeat(31) + "7");
        values.put(Field.CLASS, "person");
        values.put(Field.BROWSER, "Firefox");
        values.put(Field.CHANNEL, "search");
        values.put(Field.DEVICE, "mobile");
        values.put(Field.EVENT, "order");
        values.put(Field.SIGNAL, "rage");
        values.put(Field.GOAL, "bought");
        values.put(Field.ELEMENT, "#buy3");
        return values;
    }

    /** Sessions of 30 days with 4 page views and 5 events each; one in ten has a sign of friction, one in twenty a goal. */
    private static void fill(SessionsModule module, int sessions) {
        List<String> statements = new ArrayList<>();
        String id = "md5('s' || i)::UUID";
        String at = "(" + NOW + " - (i * 2591999999 // " + sessions + "))";
        statements.add("INSERT INTO page SELECT 1, i, '/p/' || i, '/p/' || i FROM range(300) t(i)");
        statements.add("INSERT INTO element(site, element, page, tag, label, selector, fingerprint, identity)"
                + " SELECT 1, i, i % 300, 'button', 'Buy ' || i, '#buy' || i, '{}', i FROM range(900) t(i)");
        statements.add("INSERT INTO visit BY NAME SELECT 1 AS site, " + id
                + " AS session, md5('v' || (i % 400000)) AS visitor, "
                + at + " AS started_at, " + at + " + (i * 7919 % 1800000) AS ended_at, true AS ended,"
                + " i * 6007 % 600000 AS engaged_ms, 1 + i % 9 AS page_views, i % 40 AS clicks, i % 300 AS entry_page,"
                + " i * 7 % 300 AS exit_page, ['desktop', 'mobile', 'tablet'][1 + i % 3] AS device,"
                + " ['Chrome', 'Firefox', 'Safari', 'Edge'][1 + i % 4] AS browser, ['Linux', 'Windows', 'iOS'][1 + i % 3] AS os,"
                + " 'en' AS language, 'DE' AS country, false AS automated, true AS has_recording, 0 AS gaps, 'person' AS class,"
                + " i % 3 = 0 AS bounce, ['direct', 'search', 'social'][1 + i % 3] AS channel, 'google' AS source,"
                + " i % 5 AS depth, 0 AS loops, i % 2 AS goals, 0 AS orders, i % 4 AS searches, i % 7 AS errors FROM range("
                + sessions + ") t(i)");
        statements.add("INSERT INTO kept_session(site, session, last_received, playback_batches, ended, revision,"
                + " derived_revision, analysis_batches) SELECT 1, " + id + ", " + at
                + ", i % 2, true, 1, 1, 1 FROM range("
                + sessions + ") t(i)");
        statements.add("INSERT INTO page_view BY NAME SELECT 1 AS site, " + id
                + " AS session, n AS number, (i * 13 + n) % 300 AS page, "
                + at
                + " AS started_at, 'Title ' || (i % 300) AS title, i % 97 = 0 AS not_found, true AS seen FROM range("
                + sessions + ") t(i), range(4) u(n)");
        statements.add("INSERT INTO event BY NAME SELECT 1 AS site, " + id + " AS session, (i * 13 + n) % 300 AS page,"
                + " (i * 31 + n) % 900 AS element, ['click', 'click', 'click', 'search', 'order'][1 + n] AS kind, 'n' || (i % 50) AS name, "
                + at + " AS happened_at FROM range(" + sessions + ") t(i), range(5) u(n) WHERE n < 4 OR i % 20 = 0");
        statements.add("INSERT INTO signal BY NAME SELECT 1 AS site, " + id
                + " AS session, ['rage', 'dead'][1 + i // 10 % 2] AS kind,"
                + " i % 300 AS page, " + at + " AS happened_at, 1000 AS lost_ms, 1 AS count FROM range(" + sessions
                + ") t(i) WHERE i % 10 = 0");
        statements.add("INSERT INTO goal_reached BY NAME SELECT 1 AS site, " + id
                + " AS session, 'bought' AS goal, i % 300 AS page, " + at + " AS happened_at, 1 AS times FROM range("
                + sessions + ") t(i) WHERE i % 20 = 0");
        module.facts().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }
}
