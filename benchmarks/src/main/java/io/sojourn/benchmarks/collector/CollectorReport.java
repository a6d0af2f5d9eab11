package io.sojourn.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes the results as a small page. */
final class CollectorReport {
    private final StringBuilder page = new StringBuilder();

    CollectorReport(int rounds, int seconds, int connections) {
        page.append("# The collector beside an empty server\n\n")
                .append(LocalDate.now())
                .append(", Java ");
        page.append(Runtime.version().feature())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors());
        page.append(" cores. ")
                .append(rounds)
                .append(" interleaved rounds of ")
                .append(seconds)
                .append(" s, wrk with ");
        page.append(connections)
                .append(" connections, 1.2 KB batches, all checks on. Median (quartiles); ratios are to the\n");
        page.append(
                "bare Undertow of the same round. CPU is user and system time of the process by the operating system.\n\n");
        page.append(
                "| server | requests/s ÷ bare | CPU a request ÷ bare | bytes allocated beyond bare | CPU µs a request | requests/s |\n");
        page.append("|---|---|---|---|---|---|\n");
    }

    void row(
            String name,
            List<Double> rate,
            List<Double> cpuRatio,
            List<Double> allocated,
            List<Double> cpuMicros,
            List<Double> perSecond) {
        boolean java = !name.equals("nginx");
        page.append(String.join(
                " | ",
                "| " + name,
                Spread.of(rate).text(2),
                Spread.of(cpuRatio).text(2),
                java ? Spread.of(allocated).text(0) : "–",
                Spread.of(cpuMicros).text(1),
                Spread.of(perSecond).text(0) + " |\n"));
    }

    void resident(double ours, double bare) {
        page.append(String.format(
                Locale.ROOT,
                "%nResident after it, mapped log files not counted: %.0f MB (bare: %.0f MB; both may use 640 MB of heap).%n",
                ours,
                bare));
    }

    void crowd(Crowd.Noticed noticed) {
        page.append(String.format(
                Locale.ROOT,
                "%nBeside %d idle connections and %d slow writers the median answer takes %s times as long"
                        + " (%s µs against %s µs, 4 connections at full speed).%n",
                noticed.idle(),
                noticed.slow(),
                noticed.ratio().text(2),
                noticed.beside().text(0),
                noticed.alone().text(0)));
    }

    void write() throws IOException {
        Path file = Folders.result("collector-java" + Runtime.version().feature() + ".md");
        Files.writeString(file, page);
        System.out.println(page);
    }
}
