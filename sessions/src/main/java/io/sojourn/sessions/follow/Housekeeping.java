package io.sojourn.sessions.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Position;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.Freed;
import io.sojourn.sessions.store.BlockMoves;
import io.sojourn.sessions.store.ElementMatches;
import io.sojourn.sessions.store.Expiry;
import io.sojourn.sessions.store.FactOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what is kept does not grow for ever. Once an hour it lets go of what is too old, then of the files in
 * which nothing is left, then of the log behind the place it was read to; in the steps that follow it compacts what
 * remains, and last it writes the facts anew if something was erased from them. Called by the follower between two flushes.
 */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final List<Lane> LANES = List.of(Lane.PLAYBACK, Lane.ANALYSIS);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMinutes(1);
    /** Erased bytes are gone from the file of the facts within a day; until then erasures gather. */
    private static final Duration ERASURES_GATHER = Duration.ofHours(12);

    private static final Duration FACTS_ORDERED_EVERY = Duration.ofDays(1);
    private static final Duration LOG_KEPT = Duration.ofHours(48);
    /** So that a quiet site's files are compacted too, long before they are full. */
    private static final Duration FILES_FINISHED_EVERY = Duration.ofDays(1);

    private final EventLog log;
    private final KeptStore store;
    private final Expiry expiry;
    private final FactOrder order;
    private final ElementMatches matches;
    private final Retention retention;
    private final InstantSource clock;
    private final HousekeepingMetrics metrics;
    private final Consumer<HousekeepingStep> watcher;
    private final Compaction compaction;
    private boolean compacting;
    private long dueAt = Long.MIN_VALUE;
    private long filesFinishedAt;
    private volatile @Nullable RuntimeException failure;

    /** @param watcher told on the calling thread how far it has got; what it throws ends the round */
    public Housekeeping(
            EventLog log,
            KeptStore store,
            Expiry expiry,
            BlockMoves moves,
            FactOrder order,
            ElementMatches matches,
            Retention retention,
            InstantSource clock,
            MeterRegistry registry,
            Consumer<HousekeepingStep> watcher) {
        this.log = log;
        this.store = store;
        this.expiry = expiry;
        this.order = order;
        this.matches = matches;
        this.retention = retention;
        this.clock = clock;
        this.metrics = new HousekeepingMetrics(registry);
        this.watcher = watcher;
        this.compaction = new Compaction(store, moves, metrics, watcher);
        this.filesFinishedAt = clock.millis();
    }

    /** Does a piece of work if one is due; returns whether there was one. */
    boolean step(OpenSessions open) {
        long now = clock.millis();
        if (now >= dueAt) {
            letGo(now);
            return true;
        }
        if (!compacting) {
            return false;
        }
        if (!compact(open)) {
            finish(now - ERASURES_GATHER.toMillis());
        }
        return true;
    }

    /** One whole round, due or not. */
    void tidy(OpenSessions open) {
        letGo(clock.millis());
        LANES.forEach(store.segments()::finish);
        while (compact(open)) {
            // some files at a time
        }
        finish(Long.MAX_VALUE);
    }

    /** Has files rewritten in the next steps. */
    void compactSoon() {
        compacting = true;
    }

    private void letGo(long now) {
        expire(now);
        release(now);
        dueAt = now + EVERY.toMillis();
        compacting = true;
        if (now - filesFinishedAt >= FILES_FINISHED_EVERY.toMillis()) {
            LANES.forEach(store.segments()::finish);
            filesFinishedAt = now;
        }
    }

    private boolean compact(OpenSessions open) {
        compacting = false;
        for (Lane lane : LANES) {
            compacting |= compaction.step(lane, open);
        }
        return compacting;
    }

    private void finish(long erasedBefore) {
        orderFacts(clock.millis());
        OptionalLong since = store.erasure().factsDueSince();
        if (since.isPresent() && since.getAsLong() <= erasedBefore) {
            store.erasure().rewriteFacts();
            watcher.accept(HousekeepingStep.FACTS_REWRITTEN);
        }
        failure = null;
    }

    /** Once a day, and with it the look for elements that a release renamed. */
    private void orderFacts(long now) {
        boolean ordered = false;
        while (order.orderOne(now - FACTS_ORDERED_EVERY.toMillis() + 1, now)) {
            watcher.accept(HousekeepingStep.FACTS_ORDERED);
            ordered = true;
        }
        if (ordered) {
            matches.find();
        }
    }

    private void expire(long now) {
        for (Lane lane : LANES) {
            metrics.expired(lane, expiry.expire(lane, now - retention.of(lane).toMillis()));
        }
        for (Lane lane : LANES) {
            expireBySize(lane);
        }
        expiry.expireAside(now - retention.playback().toMillis());
        expiry.expireTold(now - retention.analysis().toMillis());
        watcher.accept(HousekeepingStep.EXPIRED);
        for (Lane lane : LANES) {
            metrics.deleted(lane, store.deleteUseless(lane));
        }
        watcher.accept(HousekeepingStep.FILES_DELETED);
    }

    /** The oldest go first, and only those that ended: one that goes on would come back with its next batch. */
    private void expireBySize(Lane lane) {
        long bytes = expiry.bytes(lane);
        long most = retention.mostBytes(lane);
        if (most > 0 && bytes > most) {
            long last = expiry.oldestHolding(lane, bytes - most);
            Freed freed = expiry.expire(lane, last + 1);
            metrics.crowdedOut(lane, freed);
            bytes -= freed.bytes();
        }
        metrics.holds(lane, bytes);
    }

    private void release(long now) {
        Position read = store.state().position();
        if (read != null) {
            log.release(read, now - LOG_KEPT.toMillis());
        }
        watcher.accept(HousekeepingStep.LOG_RELEASED);
    }

    /** It is tried again soon, and meanwhile following goes on. */
    void failed(RuntimeException reason) {
        if (failure == null) {
            LOG.error("housekeeping failed and will be tried again", reason);
        }
        metrics.failed();
        failure = reason;
        dueAt = clock.millis() + AGAIN_AFTER_FAILURE.toMillis();
    }

    /** Why the last round failed; null while all is well. Any thread. */
    public @Nullable Throwable failure() {
        return failure;
    }
}
