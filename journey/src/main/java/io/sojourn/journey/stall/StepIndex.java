package io.sojourn.journey.stall;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The steps of one report by template: which they are, whose, and how many a day. Any thread. */
final class StepIndex {
    private static final int[] NONE = {};
    private static final long DAY = 86_400_000;

    private final Steps steps;
    private final int[][] byTemplate;
    private final Map<Integer, ByVisit> byVisit = new ConcurrentHashMap<>();
    private final Map<Integer, TreeMap<Long, Integer>> byDay = new ConcurrentHashMap<>();

    StepIndex(Steps steps, int templates) {
        this.steps = steps;
        int[] sizes = new int[templates];
        for (int i = 0; i < steps.size(); i++) {
            sizes[steps.template[i]]++;
        }
        byTemplate = new int[templates][];
        for (int template = 0; template < templates; template++) {
            byTemplate[template] = new int[sizes[template]];
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            byTemplate[steps.template[i]][--sizes[steps.template[i]]] = i;
        }
    }

    /** @param template its number; none if negative */
    int[] of(int template) {
        return template < 0 ? NONE : byTemplate[template];
    }

    /** The step of a visit on a template, −1 if it saw none. */
    int ofVisit(int template, long visit) {
        return byVisit.computeIfAbsent(template, this::byVisit).get(visit);
    }

    private ByVisit byVisit(int template) {
        int[] own = of(template);
        ByVisit map = new ByVisit(own.length);
        for (int step : own) {
            map.put(steps.visit[step], step);
        }
        return map;
    }

    /** Open addressing: names of visits are hashes already. */
    private static final class ByVisit {
        private final long[] visits;
        private final int[] found;
        private final int mask;

        ByVisit(int size) {
            int room = Integer.highestOneBit(Math.max(4, size * 2)) * 2;
            visits = new long[room];
            found = new int[room];
            Arrays.fill(found, -1);
            mask = room - 1;
        }

        /** The first step of a visit stays. */
        void put(long visit, int step) {
            int at = place(visit);
            if (found[at] < 0) {
                visits[at] = visit;
                found[at] = step;
            }
        }

        int get(long visit) {
            return found[place(visit)];
        }

        private int place(long visit) {
            int at = (int) (visit ^ visit >>> 32) & mask;
            while (found[at] >= 0 && visits[at] != visit) {
                at = at + 1 & mask;
            }
            return at;
        }
    }

    /** Visits to the template by the day, epoch ms in UTC, on which they first saw it. */
    TreeMap<Long, Integer> days(int template) {
        return byDay.computeIfAbsent(template, this::counted);
    }

    private TreeMap<Long, Integer> counted(int template) {
        int[] own = of(template);
        long[] days = new long[own.length];
        for (int i = 0; i < own.length; i++) {
            days[i] = day(steps.startedAt[own[i]]);
        }
        Arrays.sort(days);
        TreeMap<Long, Integer> counts = new TreeMap<>();
        for (int i = 0; i < days.length; ) {
            int from = i;
            while (i < days.length && days[i] == days[from]) {
                i++;
            }
            counts.put(days[from], i - from);
        }
        return counts;
    }

    static long day(long at) {
        return Math.floorDiv(at, DAY) * DAY;
    }
}
