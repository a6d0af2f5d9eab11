package io.sojourn.server.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Slows guessing: after ten failures in a quarter of an hour nobody logs in by password until it is over. */
final class LoginThrottle {
    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Deque<Long> failures = new ArrayDeque<>();

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean closed() {
        long start = clock.millis() - WINDOW.toMillis();
        failures.removeIf(at -> at < start);
        return failures.size() >= FAILURES;
    }

    synchronized void failed() {
        failures.addLast(clock.millis());
    }
}
