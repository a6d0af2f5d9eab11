package io.sojourn.collector.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much all bodies that are still arriving may hold together. Whoever opens many connections and never finishes takes
 * this much and no more. Any thread.
 */
final class BodyMemory {
    private final AtomicLong free;

    BodyMemory(long bytes) {
        free = new AtomicLong(bytes);
    }

    /** @return whether there was so much left; if not, nothing was taken */
    boolean take(int bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        free.addAndGet(bytes);
    }

    long free() {
        return free.get();
    }
}
