package io.sojourn.collector;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much all bodies that are still arriving may hold together. Whoever opens many connections and never finishes takes
 * this much and no more; recordings may take only half of it. Any thread.
 */
public final class InFlight {
    private final long size;
    private final AtomicLong free;

    public InFlight(long bytes) {
        size = bytes;
        free = new AtomicLong(bytes);
    }

    /** @return whether there was so much left; if not, nothing was taken */
    public boolean take(int bytes, boolean playback) {
        long left = free.addAndGet(-bytes);
        if (left >= (playback ? size / 2 : 0)) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    public void giveBack(int bytes) {
        if (bytes != 0) {
            free.addAndGet(bytes);
        }
    }

    public long free() {
        return free.get();
    }

    /** Whether so much is taken that recordings have to wait. */
    boolean crowded() {
        return free.get() < size / 2;
    }
}
