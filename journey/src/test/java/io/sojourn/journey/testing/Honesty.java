package io.sojourn.journey.testing;

import io.sojourn.journey.stall.Ledger;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.List;

/** How honest the ledger is, measured on visits whose truth is known. */
public final class Honesty {
    private static final double SIGN = 0.08;

    private Honesty() {}

    /** @param reports of so many, those that ranked anything @param places eligible ones in the report with the fewest */
    public record FalseAlarms(int reports, int withAlarm, long places) {}

    /** Signs at their usual rates that cost nothing, at 120 places: whatever is ranked is a false alarm. */
    public static FalseAlarms falseAlarms(int reports) {
        int alarms = 0;
        long fewest = Long.MAX_VALUE;
        for (int seed = 0; seed < reports; seed++) {
            KnownTruth world = new KnownTruth(seed);
            for (int number = 0; number < 14_000; number++) {
                world.visit(number, number % KnownTruth.PAGES, 6, SIGN, 0);
            }
            List<PlaceItem> places = new Ledger(world.facts()).places();
            fewest = Math.min(
                    fewest,
                    places.stream()
                            .filter(item -> item.level() != HonestyLevel.ANECDOTE)
                            .count());
            alarms += places.stream().anyMatch(item -> item.rank() != null) ? 1 : 0;
        }
        return new FalseAlarms(reports, alarms, fewest);
    }

    /** @param intervals how many 95 % intervals were looked at @param held those that held the truth */
    public record Coverage(int intervals, int held) {
        public double share() {
            return (double) held / intervals;
        }
    }

    /** One place a page, on pages with so much lift. */
    public static Coverage coverage(int reports, double lift) {
        int held = 0;
        int all = 0;
        for (int seed = 0; seed < reports; seed++) {
            KnownTruth world = new KnownTruth(1_000 + seed);
            for (int number = 0; number < 20_000; number++) {
                world.visit(number, number % KnownTruth.PAGES, 1, SIGN, lift);
            }
            for (PlaceItem item : new Ledger(world.facts()).places()) {
                MatchedDifference compared = item.compared();
                if (compared != null && item.level() != HonestyLevel.ANECDOTE) {
                    all++;
                    held += compared.interval().contains(world.truth(item.id())) ? 1 : 0;
                }
            }
        }
        return new Coverage(all, held);
    }
}
