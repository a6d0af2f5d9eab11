package io.sojourn.sessions.stats;

/**
 * The interval of a share: Wilson's score interval (JASA 22, 1927). With p = hits / n and z = 1.96 it is
 * {@code (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)}. Unlike p ± z·√(p(1−p)/n) it stays true for few cases and near
 * 0 and 1 (SIGNALS 11.4).
 */
public final class Wilson {
    private Wilson() {}

    /** @param n may be 0: then the share may be anything, 0 to 1 */
    public static Interval of(long hits, long n) {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n);
        }
        return of(n == 0 ? 0 : (double) hits / n, n);
    }

    /**
     * For weighted cases.
     *
     * @param share 0 to 1
     * @param effectiveSize of {@link #effectiveSize}; 0 when there are no cases
     */
    public static Interval of(double share, double effectiveSize) {
        if (!(share >= 0 && share <= 1 && effectiveSize >= 0)) {
            throw new IllegalArgumentException("a share of " + share + " in " + effectiveSize);
        }
        if (effectiveSize == 0) {
            return new Interval(0, 1);
        }
        return new Interval(lowest(share, effectiveSize), 1 - lowest(1 - share, effectiveSize));
    }

    /** Exactly 0 where nothing was hit, which rounding would miss. */
    private static double lowest(double share, double n) {
        double z2 = Normal.Z95 * Normal.Z95 / n;
        double reach = Math.sqrt(z2 * (share * (1 - share) + z2 / 4));
        return share == 0 ? 0 : Math.max(0, (share + z2 / 2 - reach) / (1 + z2));
    }

    /**
     * How many cases of equal weight say as much as these: {@code (Σw)² / Σw²} (Kish; SIGNALS 11.9). A case that was sampled
     * with probability π weighs 1/π.
     */
    public static double effectiveSize(double... weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a case cannot weigh " + weight);
            }
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
