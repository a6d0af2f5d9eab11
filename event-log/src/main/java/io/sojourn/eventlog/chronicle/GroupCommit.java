package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.EventLog.AppendCallback;
import io.sojourn.eventlog.LogUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Forces the log once for everything that was appended meanwhile, and only then tells the senders. Any thread hands in; the
 * forcing and the telling are for one thread of its own.
 */
final class GroupCommit implements AutoCloseable {
    /** Long enough to gather a group, short beside what a disk takes to force it. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Runnable force;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition someWait = lock.newCondition();
    private final Thread thread = new Thread(this::run, "group commit");
    private List<AppendCallback> waiting = new ArrayList<>();
    private boolean closed;

    /** @param force forces what was appended before it was called; throws {@link LogUnavailable} if the disk would not */
    GroupCommit(Runnable force) {
        this.force = force;
        thread.setDaemon(true);
        thread.start();
    }

    /** The record is appended already; the callback comes once it is forced. */
    void appended(AppendCallback callback) {
        lock.lock();
        try {
            if (!closed) {
                waiting.add(callback);
                someWait.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        callback.failed(new LogUnavailable("the event log is closed", null));
    }

    private void run() {
        List<AppendCallback> group;
        while (!(group = next()).isEmpty()) {
            tell(group, forced());
        }
    }

    /** Waits for the first and then a little for others; empty when it is closed and nobody waits any more. */
    private List<AppendCallback> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                someWait.awaitUninterruptibly();
            }
            long left = GATHER_NANOS;
            while (left > 0 && !closed) {
                left = gather(left);
            }
            List<AppendCallback> group = waiting;
            waiting = new ArrayList<>();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private long gather(long nanos) {
        try {
            return someWait.awaitNanos(nanos);
        } catch (InterruptedException hurried) {
            return 0;
        }
    }

    private @Nullable LogUnavailable forced() {
        try {
            force.run();
            return null;
        } catch (LogUnavailable weather) {
            return weather;
        } catch (RuntimeException | Error bug) {
            return new LogUnavailable("the event log could not be forced to the disk", bug);
        }
    }

    private static void tell(List<AppendCallback> group, @Nullable LogUnavailable trouble) {
        for (AppendCallback callback : group) {
            if (trouble == null) {
                callback.appended();
            } else {
                callback.failed(trouble);
            }
        }
    }

    /** Those who wait are told before this returns. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            someWait.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
