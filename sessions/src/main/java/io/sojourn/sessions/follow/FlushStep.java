package io.sojourn.sessions.follow;

import java.util.function.Consumer;

/** What a flush has got done so far. A crash after any of them loses nothing and keeps nothing twice. */
public enum FlushStep {
    LOG_FORCED,
    BLOCKS_WRITTEN,
    BLOCKS_FORCED,
    COMMITTED,
    DERIVED;

    /** For followers nobody watches. */
    public static final Consumer<FlushStep> UNWATCHED = step -> {};
}
