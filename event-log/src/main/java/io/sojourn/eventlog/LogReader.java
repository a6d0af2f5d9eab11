package io.sojourn.eventlog;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Reads one log in order. One thread at a time; never blocks to wait for more. */
public interface LogReader extends Closeable {
    /**
     * The next record, or null when there is none yet. A record that fails its checksum or cannot be read is passed over
     * and counted in {@link #damaged()}.
     */
    @Nullable
    LogRecord next();

    /** Just behind the last record returned. */
    Position position();

    /** How many records were passed over because they could not be read. */
    long damaged();

    @Override
    void close();
}
