package io.sojourn.journey.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Made-up visits whose truth is known: how often the ledger raises a false alarm, and how often its intervals hold the truth. */
class HonestyTest {
    private static final int PAGES = 20;
    private static final int ELEMENTS = 6;

    /** Visits, each with a stay on one page, a chance to be lost, and signals at random moments of the stay. */
    private static final class World {
        private final SplittableRandom random;
        private final Steps steps = new Steps();
        private final List<StallRow> stalls = new ArrayList<>();

        World(long seed) {
            random = new SplittableRandom(seed);
        }

        void visit(long number, int page, int elements, double chance, double lift) {
            int stay = (int) (-Math.log(1 - random.nextDouble()) * 20_000);
            int alike = Likeness.pack(
                    random.nextInt(2),
                    random.nextInt(3),
                    List.of("direct", "search", "paid").get(random.nextInt(3)),
                    random.nextBoolean(),
                    0);
            int[] at = new int[elements];
            boolean hit = false;
            for (int i = 0; i < elements; i++) {
                at[i] = random.nextDouble() < chance ? random.nextInt(12_000) : Integer.MAX_VALUE;
                hit |= at[i] <= stay;
            }
            // Who is slow by nature is lost more often, with or without a signal.
            double base = 0.3 + (alike % 4) * 0.1;
            boolean lost = random.nextDouble() < base + (hit ? lift : 0);
            steps.add(number, number, page, stay, -1, lost ? -1 : stay, alike, false, true);
            for (int i = 0; i < elements; i++) {
                if (at[i] <= stay) {
                    stalls.add(row(number, page, i, at[i], lost));
                }
            }
        }

        private static StallRow row(long number, int page, int element, int at, boolean lost) {
            StallRow.Place place =
                    new StallRow.Place("/p" + page, "element", (long) element, "#e" + element, "", "", "", "");
            return new StallRow(
                    number,
                    new Id128(1, number),
                    0,
                    place,
                    "dead",
                    "dead",
                    Cause.BROKEN,
                    "abandoned",
                    at,
                    at + 1_000,
                    at,
                    1_000,
                    0,
                    true,
                    false,
                    !lost,
                    false,
                    true,
                    false,
                    "");
        }

        LedgerFacts facts() {
            List<String> templates =
                    IntStream.range(0, PAGES).mapToObj(page -> "/p" + page).toList();
            return new LedgerFacts(
                    new LedgerFacts.Totals(steps.size(), 0, 0, 0),
                    templates,
                    steps,
                    stalls,
                    Map.of(),
                    Map.of(),
                    Loss.GOAL);
        }
    }

    @Test
    void signalsThatCostNothingRaiseAnAlarmInAtMostTenOfFiftyReports() {
        int alarms = 0;
        for (int seed = 0; seed < 50; seed++) {
            World world = new World(seed);
            for (int number = 0; number < 14_000; number++) {
                world.visit(number, number % PAGES, ELEMENTS, 0.08, 0);
            }
            List<PlaceItem> places = new Ledger(world.facts()).places();
            assertThat(places.stream()
                            .filter(item -> item.level() != HonestyLevel.ANECDOTE)
                            .count())
                    .as("eligible places")
                    .isGreaterThanOrEqualTo(100);
            alarms += places.stream().anyMatch(item -> item.rank() != null) ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruthWhenThereIsNoDifference() {
        int held = 0;
        int all = 0;
        for (int seed = 0; seed < 10; seed++) {
            World world = new World(1_000 + seed);
            for (int number = 0; number < 20_000; number++) {
                world.visit(number, number % PAGES, 4, 0.08, 0);
            }
            for (PlaceItem item : new Ledger(world.facts()).places()) {
                MatchedDifference compared = item.compared();
                if (compared != null && item.level() != HonestyLevel.ANECDOTE) {
                    all++;
                    held += compared.interval().contains(0) ? 1 : 0;
                }
            }
        }
        assertThat((double) held / all).isBetween(0.93, 0.97);
    }

    @Test
    void aRealCostIsFoundAndNamedFirst() {
        World world = new World(7);
        for (int number = 0; number < 9_000; number++) {
            world.visit(number, number % PAGES, 1, 0.3, number % PAGES == 3 ? 0.3 : 0);
        }
        List<PlaceItem> places = new Ledger(world.facts()).places();
        assertThat(places.get(0).place().template()).isEqualTo("/p3");
        assertThat(places.get(0).rank()).isEqualTo(1);
    }

    @Test
    void theOrderOfTheFactsMakesNoDifference() {
        World world = new World(3);
        for (int number = 0; number < 6_000; number++) {
            world.visit(number, number % PAGES, 2, 0.2, 0.2);
        }
        List<StallRow> reversed = new ArrayList<>(world.stalls);
        java.util.Collections.reverse(reversed);
        LedgerFacts facts = world.facts();
        LedgerFacts other = new LedgerFacts(
                facts.totals(), facts.templates(), facts.steps(), reversed, Map.of(), Map.of(), Loss.GOAL);
        assertThat(new Ledger(other).places()).isEqualTo(new Ledger(facts).places());
    }
}
