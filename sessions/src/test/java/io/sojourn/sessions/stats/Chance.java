package io.sojourn.sessions.stats;

import java.util.SplittableRandom;

/** Seeded coin tosses for the laws of intervals. */
final class Chance {
    private Chance() {}

    /** Of n cases, how many come up when each does so with this probability. */
    static int hits(SplittableRandom random, int n, double probability) {
        int hits = 0;
        for (int i = 0; i < n; i++) {
            hits += random.nextDouble() < probability ? 1 : 0;
        }
        return hits;
    }
}
