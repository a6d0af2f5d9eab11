package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ranked places where visitors stall (SIGNALS 11): by what they cost at the very least, never by a score. A pure function
 * of its facts.
 */
public final class Ledger {
    private static final int MIN_COMPARED = 30;
    private static final int EXAMPLES = 3;
    /** Visits per thousand views that must press what is no control (SIGNALS 4.2). */
    private static final double MISLED = 3;

    private static final double ASKED_OFTEN = 0.05;
    private static final String AGAIN = "asked_twice";

    private final LedgerFacts facts;
    private final Map<Integer, Comparison> comparisons = new ConcurrentHashMap<>();
    private final Map<String, Integer> templateNumbers = new HashMap<>();
    private final StepIndex index;
    private final Map<String, List<String>> kindsOf = new ConcurrentHashMap<>();

    public Ledger(LedgerFacts facts) {
        this.facts = facts;
        for (int i = 0; i < facts.templates().size(); i++) {
            templateNumbers.put(facts.templates().get(i), i);
        }
        index = new StepIndex(facts.steps(), facts.templates().size());
    }

    /** Findings first, by what they cost at least; then the others by how many visits met them. */
    public List<PlaceItem> places() {
        Map<StallRow.Place, List<StallRow>> byPlace = facts.stalls().stream()
                .filter(this::counts)
                .collect(Collectors.groupingBy(StallRow::place, LinkedHashMap::new, Collectors.toList()));
        // Places of one template share what they are compared with, so each template is one thread's.
        List<PlaceItem> items = new ArrayList<>(
                byPlace.keySet().stream()
                        .collect(Collectors.groupingBy(StallRow.Place::template))
                        .values()
                        .parallelStream()
                        .flatMap(places ->
                                places.stream().map(place -> item(place, byPlace.getOrDefault(place, List.of()))))
                        .toList());
        items.removeIf(item -> item.kind().equals("false_affordance") && !many(item)
                || item.kind().equals(AGAIN) && !oftenAskedTwice(item));
        return ranked(items);
    }

    /** Visits that stalled at one of these places. Having typed something twice is effort, no stall. */
    public long stalledVisits(List<PlaceItem> places) {
        Set<StallRow.Place> stalls = places.stream()
                .filter(item -> !item.kind().equals(AGAIN))
                .map(PlaceItem::place)
                .collect(Collectors.toSet());
        return facts.stalls().stream()
                .filter(row -> counts(row) && stalls.contains(row.place()))
                .mapToLong(StallRow::visit)
                .distinct()
                .count();
    }

    private boolean counts(StallRow row) {
        if (!row.kind().equals("no_progress")) {
            return true;
        }
        long nearlyAll = baseline(row.place().template()).nearlyAllMs();
        return nearlyAll > 0 && row.longestMs() > nearlyAll;
    }

    private boolean many(PlaceItem item) {
        long views = facts.views().getOrDefault(item.place().template(), 0L);
        return item.sessions() * 1_000.0 >= MISLED * views && item.sessions() >= MISLED;
    }

    /** At least 30 visits and one in twenty of those that saw the page (SIGNALS 6.8). */
    private boolean oftenAskedTwice(PlaceItem item) {
        int visits = index.of(template(item.place())).length;
        return item.sessions() >= MIN_COMPARED && item.sessions() >= ASKED_OFTEN * visits;
    }

    /** What would have been needed without the stall is not lost; of what is typed again, nothing would have been. */
    private long lostMs(StallRow row) {
        long needed =
                row.kind().equals(AGAIN) ? 0 : baseline(row.place().template()).remaining(row.engagedAtMs());
        return Math.max(0, row.ownMs() - needed);
    }

    private Baseline baseline(String template) {
        return facts.baselines().getOrDefault(template, Baseline.NONE);
    }

    private int template(StallRow.Place place) {
        return templateNumbers.getOrDefault(place.template(), -1);
    }

    private PlaceItem item(StallRow.Place place, List<StallRow> rows) {
        List<StallRow> first = firstOfEach(rows);
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, Integer> mainKinds = new HashMap<>();
        Map<String, Integer> causes = new HashMap<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (StallRow row : first) {
            kindsOf.computeIfAbsent(row.kinds(), listed -> List.of(listed.split(",", -1)))
                    .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
            mainKinds.merge(row.kind(), 1, Integer::sum);
            causes.merge(row.cause().key(), 1, Integer::sum);
        }
        rows.forEach(row -> outcomes.merge(row.outcome(), 1, Integer::sum));
        long lost = rows.stream().mapToLong(this::lostMs).sum();
        return new PlaceItem(
                place.id(),
                place,
                mostFirst(mainKinds).keySet().iterator().next(),
                mostFirst(kinds),
                Cause.ofKey(mostFirst(causes).keySet().iterator().next()),
                mostFirst(causes),
                first.size(),
                rows.size(),
                outcomes,
                lost,
                compared(place, first),
                HonestyLevel.ANECDOTE,
                null,
                trend(place, first),
                examples(first));
    }

    private static List<StallRow> firstOfEach(List<StallRow> rows) {
        Map<Long, StallRow> first = new LinkedHashMap<>();
        rows.forEach(row -> first.merge(row.visit(), row, (a, b) -> b.startedAt() < a.startedAt() ? b : a));
        return List.copyOf(first.values());
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private @Nullable MatchedDifference compared(StallRow.Place place, List<StallRow> first) {
        int template = template(place);
        List<StallRow> fit = first.stream()
                .filter(row -> row.ended() && row.comparable())
                .filter(row -> facts.loss() != Loss.GOAL || !row.goalBefore())
                .toList();
        if (template < 0 || fit.size() < MIN_COMPARED) {
            return null;
        }
        List<Comparison.Affected> affected = new ArrayList<>();
        for (StallRow row : fit) {
            int step = index.ofVisit(template, row.visit());
            if (step >= 0) {
                affected.add(new Comparison.Affected(step, row.engagedAtMs(), row.lost(facts.loss())));
            }
        }
        return comparisons.computeIfAbsent(template, this::comparison).of(affected);
    }

    private Comparison comparison(int template) {
        int[] all = Arrays.stream(index.of(template))
                .filter(step -> facts.steps().ended(step))
                .filter(step -> facts.loss() != Loss.GOAL || !facts.steps().goalBefore(step))
                .toArray();
        return new Comparison(facts.steps(), facts.loss(), new Comparison.Population(facts.steps(), all));
    }

    private List<PlaceItem.Day> trend(StallRow.Place place, List<StallRow> first) {
        TreeMap<Long, Integer> visits = index.days(template(place));
        TreeMap<Long, Integer> stalled = new TreeMap<>();
        first.forEach(row -> stalled.merge(StepIndex.day(row.startedAt()), 1, Integer::sum));
        TreeSet<Long> days = new TreeSet<>(visits.keySet());
        days.addAll(stalled.keySet());
        return days.stream()
                .map(day -> new PlaceItem.Day(day, stalled.getOrDefault(day, 0), visits.getOrDefault(day, 0)))
                .toList();
    }

    private static final Comparator<StallRow> BEST_TO_WATCH = Comparator.comparing((StallRow row) -> !row.recorded())
            .thenComparing(row -> !row.outcome().equals("abandoned"))
            .thenComparing(Comparator.comparingLong(StallRow::startedAt).reversed())
            .thenComparing(row -> row.session().toString());

    /** Recorded ones first, and those that gave up, the latest of them. */
    private static List<PlaceItem.Example> examples(List<StallRow> first) {
        List<StallRow> left = new ArrayList<>(first);
        List<PlaceItem.Example> examples = new ArrayList<>();
        while (examples.size() < EXAMPLES && !left.isEmpty()) {
            StallRow row = Collections.min(left, BEST_TO_WATCH);
            left.remove(row);
            examples.add(new PlaceItem.Example(
                    row.session(), Math.max(0, row.startedAt() - row.visitStartedAt()), row.recorded()));
        }
        return List.copyOf(examples);
    }

    /** All places of a report stand together for what may be chance (SIGNALS 11.6). What costs no visits is no finding. */
    private static List<PlaceItem> ranked(List<PlaceItem> items) {
        List<PlaceItem> compared =
                items.stream().filter(item -> item.compared() != null).toList();
        List<HonestyLevel> levels = HonestyLevel.ofReport(
                compared.stream().map(item -> compared(item)).toList());
        Map<String, HonestyLevel> byId = new HashMap<>();
        for (int i = 0; i < compared.size(); i++) {
            boolean costs = compared(compared.get(i)).interval().low() > 0;
            HonestyLevel level = levels.get(i);
            byId.put(
                    compared.get(i).id(),
                    level.compareTo(HonestyLevel.FINDING) >= 0 && !costs ? HonestyLevel.INDICATION : level);
        }
        List<PlaceItem> ordered = new ArrayList<>(items.stream()
                .map(item -> item.at(byId.getOrDefault(item.id(), HonestyLevel.ANECDOTE), null))
                .toList());
        ordered.sort(Comparator.comparing((PlaceItem item) -> item.level().compareTo(HonestyLevel.FINDING) < 0)
                .thenComparing(Comparator.comparingDouble(Ledger::order).reversed())
                .thenComparing(Comparator.comparingInt(PlaceItem::sessions).reversed())
                .thenComparing(PlaceItem::id));
        List<PlaceItem> ranked = new ArrayList<>();
        for (PlaceItem item : ordered) {
            boolean finding = item.level().compareTo(HonestyLevel.FINDING) >= 0;
            ranked.add(item.at(item.level(), finding ? Integer.valueOf(ranked.size() + 1) : null));
        }
        return ranked;
    }

    private static double order(PlaceItem item) {
        return item.level().compareTo(HonestyLevel.FINDING) >= 0 ? item.least() : 0;
    }

    private static MatchedDifference compared(PlaceItem item) {
        MatchedDifference compared = item.compared();
        if (compared == null) {
            throw new IllegalStateException("asked only of what was compared");
        }
        return compared;
    }
}
