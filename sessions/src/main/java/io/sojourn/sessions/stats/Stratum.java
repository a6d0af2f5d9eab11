package io.sojourn.sessions.stats;

/**
 * Sessions alike in all that was matched: those with a signal, and controls without it at the same moment.
 *
 * @param affectedLost how many of the affected did not reach the next step
 * @param controlsLost how many of the controls did not
 */
public record Stratum(long affected, long affectedLost, long controls, long controlsLost) {
    public Stratum {
        if (affectedLost < 0 || affectedLost > affected || controlsLost < 0 || controlsLost > controls) {
            throw new IllegalArgumentException("more were lost than there were");
        }
    }

    /** Without both there is nothing to compare. */
    boolean matched() {
        return affected > 0 && controls > 0;
    }

    double difference() {
        return (double) affectedLost / affected - (double) controlsLost / controls;
    }

    /** Of the difference. One session lost and one kept are added to each side, so that 0 of 3 is not taken for certain. */
    double variance() {
        return variance(affectedLost, affected) + variance(controlsLost, controls);
    }

    private static double variance(long lost, long n) {
        double share = (lost + 1.0) / (n + 2);
        return share * (1 - share) / (n + 2);
    }
}
