package io.sojourn.benchmarks.stalls;

import io.sojourn.journey.form.FormDerivation;
import io.sojourn.journey.signal.SignalDerivation;
import io.sojourn.journey.stall.Ledger;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.stall.StallDerivation;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.journey.testing.ScriptedSite;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends the scripted site with its twelve planted stalls and four decoys through batches, log, follower and facts, and prints
 * what the ledger makes of it: the matrix of causes, the time the same facts take to derive again, and that of one ledger.
 * Arguments: visits (4000) and seed (11).
 */
public final class StallsBench {
    private static final int TOP = 14;
    private static final double SECOND = 1e9;

    private StallsBench() {}

    public static void main(String[] arguments) throws IOException {
        int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 11;
        Path folder = Files.createTempDirectory("sojourn-stalls");
        try (SessionsFixture house =
                new SessionsFixture(folder, new SignalDerivation(), new StallDerivation(), new FormDerivation())) {
            long events = tell(house, new ScriptedSite(seed, VisitBuilder.NOON), visits);
            long started = System.nanoTime();
            house.module().follower().rederive();
            house.module().follower().catchUp();
            double rederived = (System.nanoTime() - started) / SECOND;
            List<PlaceItem> places = places(house);
            started = System.nanoTime();
            places(house);
            double asked = (System.nanoTime() - started) / SECOND;
            print(visits, places);
            System.out.printf(
                    "%nDerived again: %d events in %.1f s. One ledger of %d visits: %.0f ms.%n",
                    events, rederived, visits, asked * 1_000);
        }
    }

    private static long tell(SessionsFixture house, ScriptedSite site, int visits) {
        long events = 0;
        for (int from = 0; from < visits; from += 500) {
            List<io.sojourn.eventlog.LogRecord> records = new ArrayList<>();
            for (int i = from; i < Math.min(visits, from + 500); i++) {
                VisitBuilder visit = site.visit(i);
                records.addAll(visit.records());
                events += visit.session().documents().stream()
                        .mapToInt(document -> document.events().size())
                        .sum();
            }
            house.follows(records);
        }
        house.everybodyLeaves();
        return events;
    }

    private static List<PlaceItem> places(SessionsFixture house) {
        return new Ledger(new StallReader(house.module().facts()).read(SessionFilter.all(1), new long[0])).places();
    }

    private static void print(int visits, List<PlaceItem> places) {
        System.out.printf(
                "%d visits.%n%n| rank | place | kind | visits | lost more often by | cause | planted |%n|--|--|--|--|--|--|--|%n",
                visits);
        for (PlaceItem item : places) {
            if (item.rank() != null && item.compared() != null) {
                System.out.printf(
                        "| %d | %s %s | %s | %d | %.0f (%.0f to %.0f) points | %s | %s |%n",
                        item.rank(),
                        item.place().template(),
                        item.place().label(),
                        item.kind(),
                        item.sessions(),
                        item.compared().difference() * 100,
                        item.compared().interval().low() * 100,
                        item.compared().interval().high() * 100,
                        item.cause().key(),
                        ScriptedSite.PLANTED.stream()
                                .filter(planted ->
                                        planted.page().equals(item.place().template()))
                                .map(planted -> planted.cause() + ", " + Math.round(planted.lift() * 100) + " points")
                                .findFirst()
                                .orElse("no"));
            }
        }
        printMatrix(places);
    }

    private static void printMatrix(List<PlaceItem> places) {
        Map<String, Map<String, Integer>> matrix = new TreeMap<>();
        int found = 0;
        for (ScriptedSite.Planted planted : ScriptedSite.PLANTED) {
            for (PlaceItem item : places.stream().limit(TOP).toList()) {
                if (item.rank() != null && item.place().template().equals(planted.page())) {
                    found++;
                    item.causes()
                            .forEach((cause, n) -> matrix.computeIfAbsent(planted.cause(), first -> new TreeMap<>())
                                    .merge(cause, n, Integer::sum));
                    break;
                }
            }
        }
        System.out.printf(
                "%nOf %d planted, %d stand among the first %d. Visits by planted cause and cause told:%n%n",
                ScriptedSite.PLANTED.size(), found, TOP);
        matrix.forEach((planted, told) -> System.out.println("- " + planted + ": " + told));
    }
}
