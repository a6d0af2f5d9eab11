package io.sojourn.collector;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often something may happen: so many times a second, and after a quiet time some seconds' worth at once. One number is all
 * that is kept: when the next one would come if all kept the rate (the generic cell rate algorithm of ITU-T I.371). Any thread.
 */
final class Allowance {
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final long interval;
    private final long burst;
    private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

    /** @param burstSeconds how many seconds' worth may come at once */
    Allowance(int perSecond, int burstSeconds) {
        interval = NANOS_A_SECOND / perSecond;
        burst = burstSeconds * (long) perSecond * interval;
    }

    /**
     * Counts one, unless there were too many.
     *
     * @param millis now; a clock that goes back gives nothing away
     */
    boolean take(long millis) {
        long now = millis * 1_000_000;
        while (true) {
            long seen = next.get();
            long due = Math.max(seen, now);
            if (due + interval - now > burst) {
                return false;
            }
            if (next.compareAndSet(seen, due + interval)) {
                return true;
            }
        }
    }
}
