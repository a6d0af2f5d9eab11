package io.sojourn.sessions.follow;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.Position;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Erased;
import io.sojourn.sessions.kept.ServerFact;
import io.sojourn.sessions.kept.SetAside;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place in the log and what was read up to it. One thread. */
final class LogFollower implements AutoCloseable {
    private final EventLog log;
    private final Erased suppressed;
    private final Caps caps;
    private final FollowMetrics metrics;
    private final Pending pending = new Pending();
    private final LogReader reader;
    private final @Nullable String gap;
    private long newestReceivedAt;
    private boolean caughtUp;

    /** Starts at {@code saved}, or, when the log has no such place any more, at the oldest record. */
    LogFollower(EventLog log, @Nullable Position saved, Erased suppressed, Caps caps, FollowMetrics metrics) {
        this.log = log;
        this.caps = caps;
        this.suppressed = suppressed;
        this.metrics = metrics;
        LogReader found;
        String missing = null;
        try {
            found = log.readFrom(saved);
        } catch (LogGap gone) {
            missing = gone.getMessage();
            found = fromOldest(log);
        }
        reader = found;
        gap = missing;
    }

    private static LogReader fromOldest(EventLog log) {
        try {
            return log.readFrom(null);
        } catch (LogGap impossible) {
            throw new IllegalStateException("the oldest record is always in the log", impossible);
        }
    }

    /** Why the saved place could not be found; null when it could. */
    @Nullable
    String gap() {
        return gap;
    }

    /**
     * Reads up to so many records, fewer when so much is pending already: a record may be megabytes. Returns how many there
     * were.
     */
    int read(int most, long mostPendingBytes) {
        int read = 0;
        while (read < most && pending.bytes() < mostPendingBytes) {
            LogRecord entry = reader.next();
            if (entry == null) {
                caughtUp = true;
                return read;
            }
            caughtUp = false;
            read++;
            take(entry);
        }
        return read;
    }

    private void take(LogRecord entry) {
        metrics.record();
        newestReceivedAt = Math.max(newestReceivedAt, entry.receivedAt());
        Position behind = reader.position();
        try {
            if (ServerSide.wrote(entry)) {
                pending.add(
                        unerased(ServerSide.read(entry, caps.analysis())),
                        entry.batch().remaining());
                return;
            }
            ReceivedBatch batch = ReceivedBatch.read(entry, behind);
            if (isSuppressed(batch)) {
                metrics.suppressed();
                pending.pass();
            } else {
                pending.add(batch);
            }
        } catch (Undigestible unreadable) {
            pending.add(new SetAside(entry, behind, unreadable.reason()));
        }
    }

    private List<ServerFact> unerased(List<ServerFact> told) {
        return told.stream()
                .filter(fact ->
                        fact.session() == null || !suppressed.hasSession(new SessionKey(fact.site(), fact.session())))
                .filter(fact -> fact.visitor() == null || !suppressed.hasVisitor(fact.site(), fact.visitor()))
                .toList();
    }

    private boolean isSuppressed(ReceivedBatch batch) {
        Id128 visitor = batch.visitor();
        return suppressed.hasSession(batch.key())
                || (visitor != null && suppressed.hasVisitor(batch.key().siteId(), visitor));
    }

    Pending pending() {
        return pending;
    }

    Position position() {
        return reader.position();
    }

    void force() {
        log.force();
    }

    long damaged() {
        return reader.damaged();
    }

    /** Epoch ms: the log's own time while there is more to read, the clock's when caught up. */
    long now(long clockMillis) {
        return caughtUp ? Math.max(clockMillis, newestReceivedAt) : newestReceivedAt;
    }

    /** How far behind the clock the follower is, ms. */
    long behindMillis(long clockMillis) {
        return caughtUp || newestReceivedAt == 0 ? 0 : Math.max(0, clockMillis - newestReceivedAt);
    }

    @Override
    public void close() {
        reader.close();
    }
}
