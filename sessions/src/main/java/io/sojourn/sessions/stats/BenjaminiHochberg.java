package io.sojourn.sessions.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many findings to believe (Benjamini and Hochberg, JRSS B 57, 1995, 289–300): of those that pass, a share of at
 * most q is expected to be false. Sorted p-values pass up to the last with {@code p(i) ≤ q·i/m}.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** In the order of the p-values. */
    public static boolean[] passing(double[] pValues, double q) {
        double[] adjusted = adjusted(pValues);
        boolean[] passing = new boolean[adjusted.length];
        for (int i = 0; i < adjusted.length; i++) {
            passing[i] = adjusted[i] <= q;
        }
        return passing;
    }

    /** For each p-value the smallest q at which it passes: the minimum of {@code p(j)·m/j} over all j from its rank up. */
    public static double[] adjusted(double[] pValues) {
        int m = pValues.length;
        int[] largestFirst = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> checked(pValues[i]))
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double least = 1;
        for (int i = 0; i < m; i++) {
            least = Math.min(least, pValues[largestFirst[i]] * m / (m - i));
            adjusted[largestFirst[i]] = least;
        }
        return adjusted;
    }

    private static double checked(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value of " + p);
        }
        return p;
    }
}
