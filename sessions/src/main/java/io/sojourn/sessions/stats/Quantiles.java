package io.sojourn.sessions.stats;

import java.util.Arrays;

/**
 * Exact quantiles of values in memory: type 7 of Hyndman and Fan (The American Statistician 50, 1996, 361–365), as in R and
 * in DuckDB's {@code quantile_cont}: the place {@code (n−1)·p} of the sorted values counted from 0, interpolated.
 */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
        Arrays.sort(sorted);
    }

    /** @throws IllegalArgumentException if there are no values, or one of them is not a number */
    public static Quantiles of(double... values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("no quantiles of nothing");
        }
        return new Quantiles(values.clone());
    }

    /** @param values each below 2<sup>53</sup>, as milliseconds are */
    public static Quantiles of(long... values) {
        return of(Arrays.stream(values).asDoubleStream().toArray());
    }

    /** @param p 0 (the least) to 1 (the greatest) */
    public double at(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile at " + p);
        }
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        if (below == sorted.length - 1) {
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    public double median() {
        return at(0.5);
    }
}
