package io.sojourn.benchmarks.stalls;

import io.sojourn.journey.stall.Cause;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.testing.ScriptedSite;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ledger made of the scripted site, as Markdown: who was ranked, and which causes were told for which. */
final class CausesReport {
    private static final int TOP = 14;

    private final List<PlaceItem> places;

    CausesReport(List<PlaceItem> places) {
        this.places = places;
    }

    private static Optional<ScriptedSite.Planted> plantedAt(PlaceItem item) {
        return ScriptedSite.PLANTED.stream()
                .filter(planted -> planted.page().equals(item.place().template()))
                .findFirst();
    }

    private Optional<PlaceItem> found(ScriptedSite.Planted planted) {
        return places.stream()
                .limit(TOP)
                .filter(item -> item.rank() != null && item.place().template().equals(planted.page()))
                .findFirst();
    }

    String summary() {
        long found = ScriptedSite.PLANTED.stream()
                .filter(planted -> found(planted).isPresent())
                .count();
        long right = ScriptedSite.PLANTED.stream()
                .filter(planted -> found(planted)
                        .filter(item -> item.cause().key().equals(planted.cause()))
                        .isPresent())
                .count();
        long decoys = places.stream()
                .filter(item -> item.rank() != null
                        && ScriptedSite.DECOYS.contains(item.place().template()))
                .count();
        return "Of " + ScriptedSite.PLANTED.size() + " planted stalls " + found + " stand among the first " + TOP
                + " places, " + right + " of them with the right cause; decoys that were ranked: " + decoys + ".";
    }

    String rankTable() {
        List<String> lines = new ArrayList<>(List.of(
                "| rank | place | sign | visits | lost more often by (95 %) | cause told | planted |",
                "|--:|---|---|--:|---|---|---|"));
        for (PlaceItem item : places) {
            MatchedDifference compared = item.compared();
            if (item.rank() != null && compared != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %d | %s %s | %s | %d | %.0f points (%.0f to %.0f) | %s | %s |",
                        item.rank(),
                        item.place().template(),
                        item.place().label(),
                        item.kind(),
                        item.sessions(),
                        compared.difference() * 100,
                        compared.interval().low() * 100,
                        compared.interval().high() * 100,
                        item.cause().key(),
                        plantedAt(item)
                                .map(planted -> planted.name() + ": " + planted.cause() + ", "
                                        + Math.round(planted.lift() * 100) + " points")
                                .orElse("no")));
            }
        }
        return String.join("\n", lines);
    }

    /** Visits, by the cause that was planted where they stalled (rows) and the one that was told of them (columns). */
    String matrix() {
        Map<Cause, Map<Cause, Integer>> matrix = new EnumMap<>(Cause.class);
        for (ScriptedSite.Planted planted : ScriptedSite.PLANTED) {
            Map<Cause, Integer> row =
                    matrix.computeIfAbsent(Cause.ofKey(planted.cause()), first -> new EnumMap<>(Cause.class));
            found(planted)
                    .ifPresent(item -> item.causes()
                            .forEach((cause, visits) -> row.merge(Cause.ofKey(cause), visits, Integer::sum)));
        }
        List<String> lines = new ArrayList<>(List.of(
                "| planted \\ told | "
                        + Stream.of(Cause.values()).map(Cause::key).collect(Collectors.joining(" | ")) + " |",
                "|---|" + "--:|".repeat(Cause.values().length)));
        matrix.forEach((planted, told) -> lines.add("| " + planted.key() + " | "
                + Stream.of(Cause.values())
                        .map(cause -> String.valueOf(told.getOrDefault(cause, 0)))
                        .collect(Collectors.joining(" | "))
                + " |"));
        return String.join("\n", lines);
    }
}
