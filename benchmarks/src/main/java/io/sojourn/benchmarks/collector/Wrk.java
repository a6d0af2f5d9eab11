package io.sojourn.benchmarks.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load: wrk from Debian, with one body over and over. */
final class Wrk {
    private final Path script;

    /** @param requests answered with 2xx @param p50Micros median time to an answer */
    record Load(long requests, double perSecond, double p50Micros, long notOk) {}

    Wrk(Path folder, byte[] body, String origin) throws IOException {
        Path file = Files.write(folder.resolve("body"), body);
        script = Files.writeString(folder.resolve("post.lua"), """
                local file = io.open("%s", "rb")
                wrk.method = "POST"
                wrk.body = file:read("*a")
                wrk.headers["Origin"] = "%s"
                wrk.headers["X-Forwarded-For"] = "203.0.113.7"
                wrk.headers["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
                """.formatted(file, origin));
    }

    Load run(int port, int connections, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + port + "/v1/batch")
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        long requests = (long) number(said, "(\\d+) requests in");
        long bad = said.contains("Non-2xx") ? (long) number(said, "Non-2xx or 3xx responses: (\\d+)") : 0;
        return new Load(requests - bad, number(said, "Requests/sec:\\s+([\\d.]+)"), micros(said), bad);
    }

    private static double micros(String said) {
        Matcher found = find(said, "50%\\s+([\\d.]+)(us|ms|s)");
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value;
            case "ms" -> value * 1e3;
            default -> value * 1e6;
        };
    }

    private static double number(String said, String pattern) {
        return Double.parseDouble(find(said, pattern).group(1));
    }

    private static Matcher find(String said, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        return found;
    }
}
