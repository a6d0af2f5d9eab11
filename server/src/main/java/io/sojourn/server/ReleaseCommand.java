package io.sojourn.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code release}: marks that a version of a site went live, so that stalls can be compared before and after it. */
@Command(
        name = "release",
        description = "Mark a release of a site: for the last line of what deploys it.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What it is called, such as 2.3.1.")
    private String name = "";

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--site", paramLabel = "ID", description = "Of which site (may be left out where there is one).")
    private @Nullable String site;

    @Option(names = "--at", paramLabel = "TIME", description = "When it went live, as 2026-12-01T10:30 (default: now).")
    private @Nullable String at;

    @Option(names = "--note", paramLabel = "TEXT", description = "What is new in it.")
    private @Nullable String note;

    @Override
    public Integer call() throws IOException {
        RunningServer running = RunningServer.of(data);
        if (running == null) {
            throw new IllegalArgumentException("No server runs on " + data
                    + ". Start it, or say with --data where the one that runs keeps everything.");
        }
        ObjectNode wish = JsonMapper.shared().createObjectNode().put("name", name);
        if (site != null) {
            wish.put("site", site);
        }
        if (at != null) {
            wish.put("at", moment(at));
        }
        if (note != null) {
            wish.put("note", note);
        }
        try {
            JsonNode marked = LocalCalls.send(running, "POST", "/api/releases", wish.toString());
            System.out.println("Marked " + marked.get("name").asString() + ".");
            return 0;
        } catch (LocalCalls.Refused refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private static long moment(String time) {
        try {
            return LocalDateTime.parse(time)
                    .atZone(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("--at is a time like 2026-12-01T10:30, not \"" + time + "\".", notATime);
        }
    }
}
