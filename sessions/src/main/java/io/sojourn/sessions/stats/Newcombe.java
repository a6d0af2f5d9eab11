package io.sojourn.sessions.stats;

/**
 * The interval of a difference of two shares: Newcombe's hybrid of two score intervals (Statistics in Medicine 17, 1998,
 * 873–890, method 10). With Wilson intervals (l1, u1) and (l2, u2) and d = p1 − p2 it is
 * {@code d − √((p1−l1)² + (u2−p2)²)} to {@code d + √((u1−p1)² + (p2−l2)²)}.
 */
public final class Newcombe {
    private Newcombe() {}

    /** The first share less the second, −1 to 1; either group may be empty. */
    public static Interval of(long hits1, long n1, long hits2, long n2) {
        if (n1 == 0 || n2 == 0) {
            Interval known = n1 == 0 ? Wilson.of(hits2, n2) : Wilson.of(hits1, n1);
            return n1 == 0 ? new Interval(-known.high(), 1 - known.low()) : new Interval(known.low() - 1, known.high());
        }
        Interval first = Wilson.of(hits1, n1);
        Interval second = Wilson.of(hits2, n2);
        double p1 = (double) hits1 / n1;
        double p2 = (double) hits2 / n2;
        double below = Math.hypot(p1 - first.low(), second.high() - p2);
        double above = Math.hypot(first.high() - p1, p2 - second.low());
        return new Interval(Math.max(-1, p1 - p2 - below), Math.min(1, p1 - p2 + above));
    }
}
