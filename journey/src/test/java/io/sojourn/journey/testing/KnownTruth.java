package io.sojourn.journey.testing;

import io.sojourn.eventlog.Id128;
import io.sojourn.journey.stall.Cause;
import io.sojourn.journey.stall.LedgerFacts;
import io.sojourn.journey.stall.Likeness;
import io.sojourn.journey.stall.Loss;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up visits, each with a stay on one page, a chance to be lost that depends on what it is like, and signs at random moments
 * of the stay that raise it by a known lift. What a comparison with visits still there must find can be worked out, because a
 * control may meet the sign later (SIGNALS 11.3), which makes the difference smaller than the lift.
 */
public final class KnownTruth {
    public static final int PAGES = 20;
    private static final double MEAN_STAY = 20_000;
    private static final int LATEST_SIGN = 12_000;
    private static final List<String> CHANNELS = List.of("direct", "search", "paid");

    private final SplittableRandom random;
    private final Steps steps = new Steps();
    private final List<StallRow> stalls = new ArrayList<>();
    private final Map<String, double[]> truths = new HashMap<>();

    public KnownTruth(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param chance of a sign at each element @param lift how much more often who met one is lost */
    public void visit(long number, int page, int elements, double chance, double lift) {
        int stay = (int) (-Math.log(1 - random.nextDouble()) * MEAN_STAY);
        int alike = Likeness.pack(
                random.nextInt(2), random.nextInt(3), CHANNELS.get(random.nextInt(3)), random.nextBoolean(), 0);
        int[] at = new int[elements];
        boolean hit = false;
        for (int i = 0; i < elements; i++) {
            at[i] = random.nextDouble() < chance ? random.nextInt(LATEST_SIGN) : Integer.MAX_VALUE;
            hit |= at[i] <= stay;
        }
        // Who is slow by nature is lost more often, with or without a sign.
        double base = 0.3 + (alike % 4) * 0.1;
        boolean lost = random.nextDouble() < base + (hit ? lift : 0);
        steps.add(number, number, page, stay, -1, lost ? -1 : stay, alike, false, true);
        for (int i = 0; i < elements; i++) {
            if (at[i] <= stay) {
                StallRow row = row(number, page, i, at[i], lost);
                stalls.add(row);
                double[] sum = truths.computeIfAbsent(row.place().id(), first -> new double[2]);
                sum[0] += lift * (1 - metLater(at[i], chance));
                sum[1]++;
            }
        }
    }

    /** How likely a visit that is still there without the sign at that moment meets it later in its stay. */
    private static double metLater(int at, double chance) {
        double within = MEAN_STAY / LATEST_SIGN * (1 - Math.exp(-(LATEST_SIGN - at) / MEAN_STAY));
        return chance * within / (1 - chance * at / LATEST_SIGN);
    }

    /** The difference a comparison at that place must find, where each page has one element. */
    public double truth(String place) {
        double[] sum = truths.getOrDefault(place, new double[] {0, 1});
        return sum[0] / sum[1];
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

    public LedgerFacts facts() {
        return facts(stalls);
    }

    /** The same visits, their stalls told in this order. */
    public LedgerFacts facts(List<StallRow> inOrder) {
        List<String> templates =
                IntStream.range(0, PAGES).mapToObj(page -> "/p" + page).toList();
        return new LedgerFacts(
                new LedgerFacts.Totals(steps.size(), 0, 0, 0),
                templates,
                steps,
                inOrder,
                Map.of(),
                Map.of(),
                Loss.GOAL);
    }

    public List<StallRow> stalls() {
        return List.copyOf(stalls);
    }
}
