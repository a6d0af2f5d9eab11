package io.sojourn.sessions.rebuild;

import io.sojourn.sessions.kept.KeptSession;
import java.time.Duration;

/**
 * Tells a browser's time as the server's. A difference of the clocks above 5 s is taken out (SIGNALS 2); a smaller one
 * cannot be told from the network's delay. What a broken or hostile clock claims is held inside the time the session can
 * have taken, so that no report is bent by it.
 */
record ServerTime(long skewMs, long earliest, long latest) {
    private static final long TOLERATED_MS = Duration.ofSeconds(5).toMillis();
    private static final long LONGEST_TAB_MS = Duration.ofHours(48).toMillis();

    static ServerTime of(KeptSession session) {
        long delay = session.leastDelayMs();
        return new ServerTime(
                delay > TOLERATED_MS || delay < -TOLERATED_MS ? delay : 0,
                session.firstReceivedAt() - LONGEST_TAB_MS,
                session.lastReceivedAt());
    }

    /** Epoch ms by the server's clock. */
    long of(long browserMillis) {
        long bounded = Math.max(0, Math.min(browserMillis, Long.MAX_VALUE / 4));
        return clamp(bounded + skewMs);
    }

    long clamp(long at) {
        return Math.max(earliest, Math.min(at, latest));
    }
}
