package io.sojourn.server;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The clock of a demo: while history is told it stands where the story is, then it is the real one. Any thread. */
final class DemoClock implements InstantSource {
    private volatile @Nullable Instant told;

    DemoClock(Instant beginning) {
        told = beginning;
    }

    void tell(Instant at) {
        told = at;
    }

    void release() {
        told = null;
    }

    @Override
    public Instant instant() {
        Instant at = told;
        return at != null ? at : Instant.now();
    }
}
