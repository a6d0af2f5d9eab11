package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known in memory of one site's shared assets: which there are, and when each was last used. Any thread. */
final class SiteAssets {
    private final Map<Id128, Use> uses = new ConcurrentHashMap<>();

    /** The room that everybody's assets take, and that of parts that are one session's alone. */
    final Room shared;

    final Room own;

    SiteAssets(long quota, long ownQuota) {
        shared = new Room(quota);
        own = new Room(ownQuota);
    }

    boolean has(Id128 hash) {
        return uses.containsKey(hash);
    }

    /** @return whether it is there; if so, it is not collected before this use is too old as well */
    boolean use(Id128 hash, long nowMillis) {
        return uses.computeIfPresent(hash, (same, use) -> use.at() >= nowMillis ? use : use.at(nowMillis)) != null;
    }

    void add(Id128 hash, long usedAt) {
        uses.put(hash, new Use(usedAt, usedAt));
    }

    void remove(Id128 hash) {
        uses.remove(hash);
    }

    /** Forgets it unless it was used since. @return whether it is gone */
    boolean removeUnused(Id128 hash, long usedBefore) {
        return uses.computeIfPresent(hash, (same, use) -> use.at() < usedBefore ? null : use) == null;
    }

    void written(Id128 hash, long usedAt) {
        uses.computeIfPresent(hash, (same, use) -> new Use(use.at(), usedAt));
    }

    List<Map.Entry<Id128, Use>> all() {
        return List.copyOf(uses.entrySet());
    }

    /**
     * The last use.
     *
     * @param at epoch ms
     * @param written what the file's own time says; it follows when assets are collected
     */
    record Use(long at, long written) {
        Use at(long later) {
            return new Use(later, written);
        }
    }
}
