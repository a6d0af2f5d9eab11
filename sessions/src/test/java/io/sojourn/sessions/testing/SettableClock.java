package io.sojourn.sessions.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. Any thread. */
public final class SettableClock implements InstantSource {
    private volatile long millis;

    public SettableClock(long millis) {
        this.millis = millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    public void set(long epochMillis) {
        millis = epochMillis;
    }

    public void advance(Duration by) {
        millis += by.toMillis();
    }
}
