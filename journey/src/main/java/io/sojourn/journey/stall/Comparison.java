package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.MatchedDifference;
import io.sojourn.sessions.stats.Stratum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits that stalled at a place against visits alike that were still there after the same engaged time and had not (SIGNALS
 * 11.3). Each affected visit gets up to five controls; none is used twice. Who is drawn depends on names of visits alone, so
 * the same facts give the same answer. One thread.
 */
final class Comparison {
    private static final int CONTROLS = 5;
    private static final int TRIES = 40;
    /**
     * With fewer affected than this in a stratum less is asked of likeness: the variance of SIGNALS 11.3 is too small for small
     * strata. With 10 there were findings in 11 of 50 reports on visits without any.
     */
    private static final int ENOUGH = 20;

    private final Steps steps;
    private final Loss loss;
    private final Population population;
    /** Of the affected visits' steps, when they stalled; never for all others. By step, because it is asked for each try. */
    private final int[] stalledAt;

    private final BitSet taken = new BitSet();

    Comparison(Steps steps, Loss loss, Population population) {
        this.steps = steps;
        this.loss = loss;
        this.population = population;
        this.stalledAt = new int[steps.size()];
        Arrays.fill(stalledAt, Integer.MAX_VALUE);
    }

    /** An affected visit. @param step its own row @param engagedMs when it stalled */
    record Affected(int step, int engagedMs, boolean lost) {}

    MatchedDifference of(List<Affected> affected) {
        affected.forEach(one -> stalledAt[one.step()] = one.engagedMs());
        taken.clear();
        try {
            return MatchedDifference.of(strata(affected));
        } finally {
            affected.forEach(one -> stalledAt[one.step()] = Integer.MAX_VALUE);
        }
    }

    private List<Stratum> strata(List<Affected> affected) {
        List<Stratum> strata = new ArrayList<>();
        List<Affected> left = affected.stream()
                .sorted((a, b) -> Long.compare(steps.visit[a.step()], steps.visit[b.step()]))
                .toList();
        for (int level = 0; level <= Likeness.COARSEST && !left.isEmpty(); level++) {
            List<Affected> next = new ArrayList<>();
            for (List<Affected> alike : groups(left, level)) {
                boolean last = level == Likeness.COARSEST;
                Draw draw = last || alike.size() >= ENOUGH ? new Draw(alike, level) : null;
                if (draw != null && (last || draw.controls.size() >= alike.size())) {
                    strata.add(draw.stratum());
                } else {
                    next.addAll(alike);
                    if (draw != null) {
                        draw.putBack();
                    }
                }
            }
            left = next;
        }
        return strata;
    }

    private Iterable<List<Affected>> groups(List<Affected> affected, int level) {
        Map<Long, List<Affected>> groups = new LinkedHashMap<>();
        for (Affected one : affected) {
            long key = Likeness.at(level, steps.alike[one.step()]) * 8L + Bands.of(one.engagedMs());
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(one);
        }
        return groups.values();
    }

    /** Controls for affected visits that are alike: each gets its first before any gets its second. */
    private final class Draw {
        private final List<Affected> alike;
        private final List<Integer> controls = new ArrayList<>();
        private long lost;

        Draw(List<Affected> alike, int level) {
            this.alike = alike;
            int[] candidates = population.alike(level, steps.alike[alike.get(0).step()]);
            int[] from = alike.stream()
                    .mapToInt(one -> firstStaying(candidates, one.engagedMs()))
                    .toArray();
            for (int round = 0; round < CONTROLS; round++) {
                for (int i = 0; i < alike.size(); i++) {
                    draw(alike.get(i), round, candidates, from[i]);
                }
            }
        }

        void putBack() {
            controls.forEach(taken::clear);
        }

        /** @param from the first of the candidates who was still there */
        private void draw(Affected one, int round, int[] candidates, int from) {
            int there = candidates.length - from;
            for (int attempt = 0; attempt < Math.min(TRIES, 4 * there); attempt++) {
                long dice = mix(steps.visit[one.step()], round * TRIES + attempt);
                int control = candidates[from + (int) Long.remainderUnsigned(dice, there)];
                if (!taken.get(control) && isControl(control, one)) {
                    taken.set(control);
                    controls.add(control);
                    lost += steps.lost(control, one.engagedMs(), loss) ? 1 : 0;
                    return;
                }
            }
        }

        Stratum stratum() {
            long affectedLost = alike.stream().filter(Affected::lost).count();
            return new Stratum(alike.size(), affectedLost, controls.size(), lost);
        }
    }

    private boolean isControl(int step, Affected affected) {
        return stalledAt[step] > affected.engagedMs() && steps.visit[step] != steps.visit[affected.step()];
    }

    /** Candidates come in order of their stay. */
    private int firstStaying(int[] candidates, int engagedMs) {
        int low = 0;
        int high = candidates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.stayMs[candidates[middle]] < engagedMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long mix(long visit, int attempt) {
        long z = visit + 0x9e3779b97f4a7c15L * (attempt + 1);
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Those who could be controls on one template: over, and without a goal before where goals are what counts. */
    static final class Population {
        private final Steps steps;
        private final int[] all;
        private final Map<Long, int[]> groups = new HashMap<>();

        Population(Steps steps, int[] all) {
            this.steps = steps;
            this.all = all;
        }

        int[] alike(int level, int like) {
            int asked = Likeness.at(level, like);
            return groups.computeIfAbsent(asked * 8L + level, first -> sorted(level, asked));
        }

        private int[] sorted(int level, int asked) {
            return Arrays.stream(all)
                    .filter(step -> Likeness.at(level, steps.alike[step]) == asked)
                    .mapToLong(step -> (long) steps.stayMs[step] << 32 | step)
                    .sorted()
                    .mapToInt(packed -> (int) packed)
                    .toArray();
        }
    }
}
