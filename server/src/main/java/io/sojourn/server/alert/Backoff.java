package io.sojourn.server.alert;

import java.time.Duration;
import java.util.List;

/** How long to wait before a delivery is tried again: quickly at first, then as long as somebody needs to mend a server. */
final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Attempts in all; after the last one it is given up, about 20 hours after the first. */
    static final int ATTEMPTS = WAITS.size() + 1;

    private Backoff() {}

    /**
     * The wait after an attempt failed, up to a tenth longer for each delivery differently, so that many do not come at once.
     *
     * @param made attempts before that one, from 0 to {@link #ATTEMPTS} - 2
     */
    static long afterMs(int made, String id) {
        long wait = WAITS.get(made).toMillis();
        return wait + wait * Math.floorMod(id.hashCode(), 100) / 1000;
    }
}
