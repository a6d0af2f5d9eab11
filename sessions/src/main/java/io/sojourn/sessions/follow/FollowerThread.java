package io.sojourn.sessions.follow;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives a follower on a thread of its own until closed. A step that fails is tried again after a second, for ever. */
public final class FollowerThread implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerThread.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Follower follower;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    public FollowerThread(Follower follower) {
        this.follower = follower;
        thread = new Thread(this::run, "follower");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!closedAfter(pause)) {
            pause = step();
        }
    }

    private Duration step() {
        try {
            int done = follower.step();
            failure = null;
            return done > 0 ? Duration.ZERO : PAUSE;
        } catch (RuntimeException | Error notNow) {
            if (failure == null) {
                LOG.error("following the log failed and will be tried again", notNow);
            }
            failure = notNow;
            return PAUSE_AFTER_FAILURE;
        }
    }

    private boolean closedAfter(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Why the last step failed; null while all is well. Any thread. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Stops the thread and waits for the step under way; the follower itself stays open. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
