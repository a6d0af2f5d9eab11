package io.sojourn.benchmarks.stalls;

import io.sojourn.benchmarks.stalls.store.Multiplied;
import io.sojourn.journey.form.FormDerivation;
import io.sojourn.journey.stall.JourneyDerivation;
import io.sojourn.journey.testing.Honesty;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sites.rules.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.IntNode;

/**
 * Sends the scripted site with its twelve planted stalls and four decoys through batches, log, follower and facts, and writes what
 * the ledger makes of it: ranks and causes, false alarms and intervals on visits whose truth is known, how long a changed
 * threshold takes over a million events, and a ledger over 100,000 visits. Arguments: visits (4000), seed (11), file to write.
 */
public final class StallsBench {
    private static final int MANY_EVENTS = 1_000_000;
    private static final int MANY_VISITS = 100_000;
    private static final int REPORTS = 50;
    private static final int ASKED = 9;
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;

    private StallsBench() {}

    public static void main(String[] arguments) throws IOException {
        int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 11;
        Path file = Path.of(arguments.length > 2 ? arguments[2] : "stalls-causes.md");
        Path folder = Files.createTempDirectory("sojourn-stalls");
        try (SessionsFixture house = new SessionsFixture(folder, new JourneyDerivation(), new FormDerivation())) {
            PlantedRun run = new PlantedRun(house, seed).untilVisits(visits);
            CausesReport causes = new CausesReport(run.places());
            System.out.println(causes.summary());
            String figures = honesty() + speed(house, run);
            Files.writeString(file, text(visits, seed, causes, figures));
            System.out.println(figures + "\nWritten to " + file + ".");
        }
    }

    private static String text(int visits, long seed, CausesReport causes, String figures) {
        return """
                # What the ledger makes of stalls that are known

                Written by `./sojourn bench stalls %d %d` on %d cores, Java %s. The site, its twelve stalls and four decoys are `ScriptedSite`: %d
                visits as batches through log, follower, facts and ledger. %s

                ## What was ranked

                %s

                ## Causes

                Visits that stalled at a planted place, by the cause that was planted and the cause that was told of the single visit.

                %s

                ## Figures

                | | must be | is |
                |---|---|---|
                %s""".formatted(
                        visits,
                        seed,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        visits,
                        causes.summary(),
                        causes.rankTable(),
                        causes.matrix(),
                        figures);
    }

    private static String honesty() {
        Honesty.FalseAlarms alarms = Honesty.falseAlarms(REPORTS);
        String lines = line(
                "signs that cost nothing, " + alarms.places() + " eligible places or more, " + alarms.reports()
                        + " seeds",
                "any finding in at most 10",
                "in " + alarms.withAlarm());
        for (double lift : new double[] {0, 0.15, 0.3}) {
            Honesty.Coverage coverage = Honesty.coverage(REPORTS, lift);
            lines += line(
                    String.format(
                            Locale.ROOT,
                            "95 %% intervals that hold the truth, lift of %.0f points, %d intervals",
                            lift * 100,
                            coverage.intervals()),
                    "93 to 97 %",
                    String.format(Locale.ROOT, "%.1f %%", coverage.share() * 100));
        }
        return lines;
    }

    private static String speed(SessionsFixture house, PlantedRun run) {
        run.untilEvents(MANY_EVENTS);
        long started = System.nanoTime();
        house.rules(changed()).module().follower().catchUp();
        double seconds = (System.nanoTime() - started) / SECOND;
        int visits = Multiplied.upTo(house.module().facts(), run.visits(), MANY_VISITS);
        double[] asked = new double[ASKED];
        run.places();
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            run.places();
            asked[i] = (System.nanoTime() - begun) / MILLISECOND;
        }
        Arrays.sort(asked);
        return line(
                        "one threshold changed, " + run.events() + " events in " + run.visits() + " visits",
                        "at most 60 s",
                        String.format(Locale.ROOT, "%.1f s", seconds))
                + line(
                        "the home screen's ledger over " + visits + " visits",
                        "at most 500 ms",
                        String.format(
                                Locale.ROOT,
                                "%.0f ms (median of %d, slowest %.0f)",
                                asked[ASKED / 2],
                                ASKED,
                                asked[ASKED - 1]));
    }

    private static Rules changed() {
        Thresholds five = Thresholds.of(Map.of("rage.hammer_clicks", IntNode.valueOf(5)));
        return new Rules(2, five, List.of(), List.of(), List.of());
    }

    private static String line(String what, String target, String value) {
        return "| " + what + " | " + target + " | " + value + " |\n";
    }
}
