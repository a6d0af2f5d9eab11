package io.sojourn.sessions.stats;

/** The standard normal distribution, as far as intervals and tests need it. */
final class Normal {
    /** 95 % of all values lie within this many standard deviations. */
    static final double Z95 = 1.959_963_984_540_054;

    private static final double FAR_OUT = 3;
    private static final int TERMS = 100;

    private Normal() {}

    /**
     * The chance of a value at least this far from zero, on either side. Near the middle by the power series of the
     * distribution function, further out by Laplace's continued fraction, which keeps tiny chances exact
     * (Abramowitz and Stegun, 26.2.11 and 26.2.14).
     */
    static double beyond(double z) {
        double distance = Math.abs(z);
        double density = Math.exp(-distance * distance / 2) / Math.sqrt(2 * Math.PI);
        return distance < FAR_OUT ? 1 - 2 * density * series(distance) : 2 * density / fraction(distance);
    }

    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; odd < 2 * TERMS; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double z) {
        double value = z;
        for (int k = TERMS; k > 0; k--) {
            value = z + k / value;
        }
        return value;
    }
}
