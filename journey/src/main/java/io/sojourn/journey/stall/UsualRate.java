package io.sojourn.journey.stall;

import java.util.Arrays;

/**
 * How many stalls an hour are usual at a place, from four weeks of hours (SIGNALS 11.8): a Poisson forecast for the hour of
 * the week, as much wider as those weeks were more restless than chance. Unusual are ten and more above its 99 % quantile, in
 * two hours running. Pure.
 */
public final class UsualRate {
    private static final int WEEK = 168;
    private static final int WEEKS = 4;
    private static final int FEW = 10;
    private static final double Z99 = 2.326;
    private static final double SOME = 0.5;

    private final double[] mean = new double[WEEK];
    private final double restless;

    /** @param hours counts of {@value #WEEK} · {@value #WEEKS} hours, oldest first; the first is hour 0 of the week */
    public UsualRate(int[] hours) {
        if (hours.length != WEEK * WEEKS) {
            throw new IllegalArgumentException("four weeks have " + WEEK * WEEKS + " hours, not " + hours.length);
        }
        double overall = Arrays.stream(hours).average().orElse(0);
        for (int hour = 0; hour < WEEK; hour++) {
            double sum = 0;
            for (int week = 0; week < WEEKS; week++) {
                for (int beside = -1; beside <= 1; beside++) {
                    sum += hours[week * WEEK + Math.floorMod(hour + beside, WEEK)];
                }
            }
            mean[hour] = Math.max(sum / (3 * WEEKS), Math.min(overall, SOME));
        }
        restless = restless(hours);
    }

    private double restless(int[] hours) {
        double sum = 0;
        for (int i = 0; i < hours.length; i++) {
            double expected = Math.max(mean[i % WEEK], 0.1);
            sum += (hours[i] - expected) * (hours[i] - expected) / expected;
        }
        return Math.max(1, sum / (hours.length - WEEK));
    }

    /** More than this is unusual in that hour of the week, 0 to 167. */
    public double most(int hourOfWeek) {
        double expected = mean[Math.floorMod(hourOfWeek, WEEK)];
        return Math.max(FEW - 1, expected + Z99 * Math.sqrt(restless * Math.max(expected, SOME)));
    }

    /** @param before the count of the hour before the last @param hourOfWeek of the last */
    public boolean unusual(int before, int last, int hourOfWeek) {
        return before > most(hourOfWeek - 1) && last > most(hourOfWeek);
    }
}
