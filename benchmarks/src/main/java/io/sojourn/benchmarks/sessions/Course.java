package io.sojourn.benchmarks.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How memory and lag went over time, as numbers (CSV) and as a picture any browser opens (SVG). */
final class Course {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 220;

    private final List<Sample> samples = new ArrayList<>();

    /** @param second since the start */
    record Sample(double second, double lagSeconds, double memoryMb, long batches, int open) {}

    void add(Sample sample) {
        samples.add(sample);
    }

    double most(ToDoubleFunction<Sample> of) {
        return samples.stream().mapToDouble(of).max().orElse(0);
    }

    void write(Path folder, String name) throws IOException {
        List<String> lines = new ArrayList<>(List.of("second,lag_s,memory_mb,batches,open_sessions"));
        for (Sample sample : samples) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f,%.0f,%d,%d",
                    sample.second(),
                    sample.lagSeconds(),
                    sample.memoryMb(),
                    sample.batches(),
                    sample.open()));
        }
        Files.write(folder.resolve(name + ".csv"), lines);
        Files.writeString(
                folder.resolve(name + ".svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' font-family='sans-serif' font-size='12' width='" + (WIDTH + 80)
                        + "' height='" + (2 * HEIGHT + 120) + "'><rect width='100%' height='100%' fill='white'/>"
                        + plot("lag, s", 30, Sample::lagSeconds)
                        + plot("memory beyond mapped files, MB", HEIGHT + 80, Sample::memoryMb)
                        + "</svg>");
    }

    private String plot(String title, int top, ToDoubleFunction<Sample> of) {
        double most = Math.max(1, most(of));
        double end = Math.max(1, most(Sample::second));
        StringBuilder line = new StringBuilder();
        for (Sample sample : samples) {
            line.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    60 + sample.second() / end * WIDTH,
                    top + HEIGHT - of.applyAsDouble(sample) / most * HEIGHT));
        }
        return "<text x='60' y='" + (top - 8) + "'>" + title + "</text><text x='8' y='" + (top + 10) + "'>"
                + Math.round(most)
                + "</text><text x='8' y='" + (top + HEIGHT) + "'>0</text><text x='" + (WIDTH + 20) + "' y='"
                + (top + HEIGHT + 16) + "'>" + Math.round(end) + " s</text><path d='M60 " + top + "V" + (top + HEIGHT)
                + "H"
                + (60 + WIDTH) + "' fill='none' stroke='#999'/><polyline points='" + line
                + "' fill='none' stroke='#0b6bcb' stroke-width='1.5'/>";
    }
}
