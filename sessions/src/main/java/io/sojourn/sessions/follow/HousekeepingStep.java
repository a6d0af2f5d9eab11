package io.sojourn.sessions.follow;

import java.util.function.Consumer;

/** What housekeeping has got done so far. A crash after any of them loses nothing and leaves nothing behind. */
public enum HousekeepingStep {
    EXPIRED,
    FILES_DELETED,
    LOG_RELEASED,
    BLOCKS_COPIED,
    COPIES_FORCED,
    ADDRESSES_SWITCHED,
    COMPACTED,
    FACTS_ORDERED,
    FACTS_REWRITTEN;

    /** For houses nobody watches. */
    public static final Consumer<HousekeepingStep> UNWATCHED = step -> {};
}
