package io.sojourn.sessions.testing;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A log that forgets what was not forced when it is told to crash. Any thread. */
public final class InMemoryEventLog implements EventLog {
    private final String id;
    private final List<LogRecord> records = new ArrayList<>();
    private int forced;
    private boolean unavailable;
    private @Nullable Position released;
    private long releasedBefore;

    public InMemoryEventLog(String id) {
        this.id = id;
    }

    public InMemoryEventLog() {
        this("log");
    }

    @Override
    public String id() {
        return id;
    }

    public synchronized InMemoryEventLog with(List<LogRecord> more) {
        records.addAll(more);
        return this;
    }

    @Override
    public synchronized void append(Id128 key, LogRecord entry, AppendCallback callback) {
        records.add(entry);
        callback.appended();
    }

    @Override
    public synchronized LogReader readFrom(@Nullable Position position) throws LogGap {
        if (position == null) {
            return new Reader(0);
        }
        int next = (int) position.index();
        if (!position.logId().equals(id) || next > records.size() || position.crc() != crcBefore(next)) {
            throw new LogGap("the place " + position.index() + " is not in this log");
        }
        return new Reader(next);
    }

    private synchronized int crcBefore(int next) {
        if (next == 0) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(records.get(next - 1).batch().duplicate());
        return (int) crc.getValue();
    }

    @Override
    public synchronized void force() {
        if (unavailable) {
            throw new LogUnavailable("the disk is full", new IllegalStateException());
        }
        forced = records.size();
    }

    /** Whether forcing fails. */
    public synchronized void unavailable(boolean now) {
        unavailable = now;
    }

    /** The machine stops: what was not forced is gone. */
    public synchronized void crash() {
        records.subList(forced, records.size()).clear();
    }

    public synchronized int size() {
        return records.size();
    }

    @Override
    public synchronized void release(Position position, long receivedBefore) {
        released = position;
        releasedBefore = receivedBefore;
    }

    /** Up to where it was released last; nothing is deleted here. */
    public synchronized @Nullable Position released() {
        return released;
    }

    /** Epoch ms: only what is older was released. */
    public synchronized long releasedBefore() {
        return releasedBefore;
    }

    @Override
    public void close() {}

    private synchronized @Nullable LogRecord at(int index) {
        return index < records.size() ? records.get(index) : null;
    }

    private final class Reader implements LogReader {
        private int next;

        Reader(int next) {
            this.next = next;
        }

        @Override
        public @Nullable LogRecord next() {
            LogRecord entry = at(next);
            if (entry != null) {
                next++;
            }
            return entry;
        }

        @Override
        public Position position() {
            return new Position(id, next, crcBefore(next));
        }

        @Override
        public long damaged() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
