package io.sojourn.server.asset;

import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.store.RecentRecordings;
import io.sojourn.sites.asset.AssetBook;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches assets on a thread of its own: whatever happens there, intake and reports do not notice. */
public final class AssetsModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AssetsModule.class);
    private static final long PACE_S = 60;
    private static final long FIRST_S = 20;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "assets");
        thread.setDaemon(true);
        return thread;
    });
    private final Vertx vertx = Vertx.vertx();
    private final AssetFetcher fetcher;
    private final AssetRounds rounds;
    private final AssetBook book;
    private final Duration keptFor;
    private final InstantSource clock;

    /**
     * @param reachable which addresses may be asked
     * @param keptFor how long recordings are kept
     */
    public AssetsModule(
            SessionsModule sessions,
            AssetBook book,
            AssetStore store,
            Predicate<InetAddress> reachable,
            Duration keptFor,
            InstantSource clock) {
        this.fetcher = new AssetFetcher(vertx, reachable);
        this.book = book;
        this.keptFor = keptFor;
        this.clock = clock;
        this.rounds = new AssetRounds(
                new RecentRecordings(sessions.facts()), sessions.sessions(), book, store, fetcher, clock);
    }

    /** Begins to look after what recordings name. */
    public void start() {
        clockwork.scheduleWithFixedDelay(this::round, FIRST_S, PACE_S, TimeUnit.SECONDS);
    }

    /** A task that threw would never be run again. */
    private void round() {
        try {
            rounds.run();
            book.forget(clock.millis() - keptFor.toMillis());
        } catch (RuntimeException trouble) {
            LOG.error("pictures and fonts of recordings are not fetched now", trouble);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        fetcher.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
