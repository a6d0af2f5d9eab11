package io.sojourn.eventlog.asset;

import java.util.concurrent.atomic.AtomicLong;

/** How much may be kept and how much is. Any thread. */
final class Room {
    private final long quota;
    private final AtomicLong taken = new AtomicLong();

    /** @param quota bytes */
    Room(long quota) {
        this.quota = quota;
    }

    /** @throws AssetRejected when there is not so much left; then nothing was taken */
    void take(long bytes) throws AssetRejected {
        if (taken.addAndGet(bytes) > quota) {
            taken.addAndGet(-bytes);
            throw new AssetRejected(
                    AssetRejected.Reason.OVER_QUOTA,
                    "The site has as many assets as it may have: " + quota + " bytes.");
        }
    }

    /** For what is there already, whatever the quota says now. */
    void found(long bytes) {
        taken.addAndGet(bytes);
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
