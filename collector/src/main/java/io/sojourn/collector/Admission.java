package io.sojourn.collector;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is room for one more, asked with every batch. Recordings are turned away before events are. Nothing has to be
 * restarted afterwards: what it looks at recovers by itself. Any thread.
 */
public final class Admission {
    private final InFlight inFlight;
    private final DiskWatch disk;
    private final RateLimits limits;
    private final AtomicBoolean closing = new AtomicBoolean();

    public Admission(InFlight inFlight, DiskWatch disk, RateLimits limits) {
        this.inFlight = inFlight;
        this.disk = disk;
        this.limits = limits;
    }

    /** @return why not now; null when there is room */
    @Nullable
    Refusal refusal(int site, boolean playback) {
        if (closing.get()) {
            return Refusal.CLOSING;
        }
        if (disk.refuses(playback)) {
            return Refusal.DISK_LOW;
        }
        if (playback && inFlight.crowded()) {
            return Refusal.BUSY;
        }
        return limits.allowsSite(site) ? null : Refusal.TOO_MANY;
    }

    public InFlight inFlight() {
        return inFlight;
    }

    public RateLimits limits() {
        return limits;
    }

    /** From now on nothing is taken: the server is being stopped. */
    public void close() {
        closing.set(true);
    }

    public boolean closing() {
        return closing.get();
    }
}
