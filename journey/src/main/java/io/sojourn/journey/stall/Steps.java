package io.sojourn.journey.stall;

import java.util.Arrays;

/**
 * Visits of page templates, in columns: hundreds of thousands of rows stand in a few arrays. Filled by one thread, then only
 * read.
 */
public final class Steps {
    private int size;
    long[] visit = new long[1024];
    long[] startedAt = new long[1024];
    int[] template = new int[1024];
    int[] stayMs = new int[1024];
    int[] movedOnMs = new int[1024];
    int[] goalMs = new int[1024];
    int[] alike = new int[1024];
    /** Bit 0: a goal was reached before; bit 1: the visit is over. */
    byte[] flags = new byte[1024];

    /**
     * @param visit names the visit
     * @param alike what it is matched by, as {@link Likeness} packs it
     */
    public void add(
            long visit,
            long startedAt,
            int template,
            int stayMs,
            int movedOnMs,
            int goalMs,
            int alike,
            boolean goalBefore,
            boolean ended) {
        if (size == this.visit.length) {
            grow();
        }
        this.visit[size] = visit;
        this.startedAt[size] = startedAt;
        this.template[size] = template;
        this.stayMs[size] = stayMs;
        this.movedOnMs[size] = movedOnMs;
        this.goalMs[size] = goalMs;
        this.alike[size] = alike;
        flags[size] = (byte) ((goalBefore ? 1 : 0) | (ended ? 2 : 0));
        size++;
    }

    private void grow() {
        int more = size * 2;
        visit = Arrays.copyOf(visit, more);
        startedAt = Arrays.copyOf(startedAt, more);
        template = Arrays.copyOf(template, more);
        stayMs = Arrays.copyOf(stayMs, more);
        movedOnMs = Arrays.copyOf(movedOnMs, more);
        goalMs = Arrays.copyOf(goalMs, more);
        alike = Arrays.copyOf(alike, more);
        flags = Arrays.copyOf(flags, more);
    }

    public int size() {
        return size;
    }

    boolean goalBefore(int i) {
        return (flags[i] & 1) != 0;
    }

    boolean ended(int i) {
        return (flags[i] & 2) != 0;
    }

    /** Whether the visit was lost from a moment on, when it had been engaged there for so long. */
    boolean lost(int i, int engagedMs, Loss loss) {
        boolean goal = goalMs[i] >= engagedMs;
        return loss == Loss.GOAL ? !goal : !goal && movedOnMs[i] < engagedMs;
    }
}
