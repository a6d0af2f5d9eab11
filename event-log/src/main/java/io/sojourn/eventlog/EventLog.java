package io.sojourn.eventlog;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * The log of everything that arrived: append-only, ordered, kept as a buffer of days. Any thread may append; a reader is
 * for one thread at a time. An engine passes {@code EventLogContract}.
 */
public interface EventLog extends Closeable {
    /** Records are refused above this size, header included. */
    int MAX_RECORD_BYTES = 8 << 20;

    /** A random name given when the log was created; tells a log from another one put in its place. */
    String id();

    /**
     * Appends on the calling thread and then calls back, at the latest when the record has the durability the engine was
     * set to. The callback comes exactly once, from the calling thread or from a thread of the engine.
     *
     * @param key what should stay together when a log has partitions (the session's id)
     */
    void append(Id128 key, LogRecord entry, AppendCallback callback);

    /** A reader that starts at {@code position}, or at the oldest kept record when null. @throws LogGap if that place is gone */
    LogReader readFrom(@Nullable Position position) throws LogGap;

    /** Forces everything appended so far to the disk. @throws LogUnavailable if the disk would not */
    void force();

    /** Lets the engine delete what lies wholly before {@code position} and is older than {@code receivedBefore} (epoch ms). */
    void release(Position position, long receivedBefore);

    @Override
    void close();

    /** Told how an append ended: one of the two, once. */
    interface AppendCallback {
        void appended();

        void failed(LogUnavailable reason);
    }
}
