package io.sojourn.server;

import io.sojourn.sessions.follow.Follower;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code rederive}: has facts derived again from the kept sessions. The running server is asked to; when none runs on the
 * folder, this process does it.
 */
@Command(
        name = "rederive",
        description = "Derive all facts again from what is kept. Reports go on meanwhile.",
        mixinStandardHelpOptions = true)
final class RederiveCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MS = 1_000;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--site", paramLabel = "ID", description = "Only this site (default: all).")
    private @Nullable String site;

    @Option(names = "--since", paramLabel = "DAY", description = "Only sessions heard of since, as 2026-12-01.")
    private @Nullable String since;

    @Override
    public Integer call() throws Exception {
        long from = since == null ? 0 : startOf(since);
        Integer only = site == null ? null : Integer.valueOf(number(site));
        RunningServer running = RunningServer.of(data);
        if (running != null && isThere(running)) {
            follow(running, only, from);
        } else {
            alone(only, from);
        }
        return 0;
    }

    private static long startOf(String day) {
        try {
            return LocalDate.parse(day)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException notADay) {
            throw new IllegalArgumentException("--since is a day like 2026-12-01, not \"" + day + "\".", notADay);
        }
    }

    private static int number(String site) {
        try {
            return Integer.parseInt(site, 16);
        } catch (NumberFormatException notAnId) {
            throw new IllegalArgumentException("--site is the id that stands in the console's addresses.", notAnId);
        }
    }

    private static boolean isThere(RunningServer server) {
        try {
            return send(server, "GET", "").has("waiting");
        } catch (IOException nobody) {
            return false;
        }
    }

    private static void follow(RunningServer server, @Nullable Integer site, long since) throws Exception {
        String wish = "{\"since\": " + since + (site == null ? "" : ", \"site\": \"" + Integer.toHexString(site) + "\"")
                + "}";
        Progress progress =
                new Progress(send(server, "POST", wish).get("marked").longValue());
        for (long waiting = progress.total(); waiting > 0; ) {
            Thread.sleep(LOOK_EVERY_MS);
            waiting = send(server, "GET", "").get("waiting").longValue();
            progress.left(waiting);
        }
        progress.done();
    }

    private static JsonNode send(RunningServer server, String method, String body) throws IOException {
        return LocalCalls.send(server, method, "/api/rederive", body);
    }

    /** Without visitors: nothing is listened for that anybody was told of. */
    private void alone(@Nullable Integer site, long since) throws Exception {
        Settings settings = new Settings(data, "127.0.0.1", 0, null, null);
        try (Assembly server = Assembly.start(settings, InstantSource.system())) {
            Follower follower = server.sessions().follower();
            Progress progress = new Progress(follower.rederive(site, since));
            // No step(): that would also let go of what is too old by settings this command was not told.
            Thread work = new Thread(follower::catchUp, "rederive");
            work.start();
            while (work.isAlive()) {
                work.join(LOOK_EVERY_MS);
                progress.left(follower.waiting());
            }
            progress.done();
        }
    }

    /** Lines for who waits. */
    private record Progress(long total, long startedAt) {
        Progress(long total) {
            this(total, System.currentTimeMillis());
            System.out.println("Deriving " + total + " sessions again …");
        }

        void left(long waiting) {
            System.out.print("\r  " + Math.max(0, total - waiting) + " of " + total + "   ");
            System.out.flush();
        }

        void done() {
            long tookMs = Math.max(1, System.currentTimeMillis() - startedAt);
            System.out.println("\rDone: " + total + " sessions in " + tookMs / 1000.0 + " s (" + total * 1000 / tookMs
                    + " a second).");
        }
    }
}
