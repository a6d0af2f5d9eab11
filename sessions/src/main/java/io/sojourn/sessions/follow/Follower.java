package io.sojourn.sessions.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log, keeps what arrives by session and has facts derived. Any thread may call; one at a time gets in.
 *
 * <p>What cannot be done now (disk full, database gone) is thrown after all that is not saved was forgotten; the next call
 * starts again from the last flush. Reading twice is harmless, so nothing is lost and nothing counts double.
 */
public final class Follower implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int RECORDS_PER_STEP = 1_000;
    private static final int BACKLOG_PER_STEP = Deriver.SESSIONS_AT_ONCE;
    private static final long FLUSH_BYTES = 64L << 20;
    private static final Duration FLUSH_EVERY = Duration.ofSeconds(10);
    /** A server with few visits shows news at once. */
    private static final Duration FLUSH_EVERY_WHEN_QUIET = Duration.ofSeconds(2);

    private final EventLog source;
    private final KeptStore store;
    private final Deriver deriver;
    private final RulesWatch rules;
    private final InstantSource clock;
    private final Housekeeping housekeeping;
    private final FollowMetrics metrics;
    private final Consumer<FlushStep> watcher;
    private final Flush flush;
    private final Caps caps;
    private final OpenSessions sessions;
    private @Nullable LogFollower reading;
    private boolean backlog;
    private long flushedAt;
    private volatile long behindMillis;
    private volatile int openSessions;

    /**
     * @param rules of a site, asked at each flush; a new version has all of the site derived again
     * @param watcher told on the calling thread how far a flush has got; what it throws ends the flush
     */
    public Follower(
            EventLog log,
            KeptStore store,
            SessionRebuilder rebuilder,
            List<Derivation> derivations,
            IntFunction<Rules> rules,
            InstantSource clock,
            Caps caps,
            Housekeeping housekeeping,
            MeterRegistry registry,
            Consumer<FlushStep> watcher) {
        this.source = log;
        this.store = store;
        this.rules = new RulesWatch(rules, store.ruleVersions(), store.facts());
        this.clock = clock;
        this.caps = caps;
        this.housekeeping = housekeeping;
        this.metrics = new FollowMetrics(registry);
        this.watcher = watcher;
        this.deriver = new Deriver(store.segments(), rebuilder, store.facts(), derivations, metrics);
        this.sessions = new OpenSessions(store.index());
        this.flush = new Flush(store, sessions, caps, metrics, watcher);
        metrics.gauge("behind.ms", () -> behindMillis);
        metrics.gauge("open.sessions", () -> openSessions);
        metrics.gauge("damaged.blocks", () -> store.segments().damaged());
    }

    /** Reads some records and flushes when it is time; returns how much there was to do, 0 when a pause is in order. */
    public synchronized int step() {
        return orForget(() -> {
            LogFollower log = started();
            int read = log.read(RECORDS_PER_STEP, FLUSH_BYTES);
            behindMillis = log.behindMillis(clock.millis());
            if (flushDue(log)) {
                flush(log);
            }
            int derived = read == 0 && backlog ? deriveBacklog(log) : 0;
            return read + derived + keepHouse();
        });
    }

    private int keepHouse() {
        try {
            return housekeeping.step(sessions) ? 1 : 0;
        } catch (RuntimeException notNow) {
            housekeeping.failed(notNow);
            forget();
            return 0;
        }
    }

    /**
     * Erases all that is known of a visitor, now from what can be asked and within a day from the disk (from the log as soon as
     * it is released), and drops what comes of them later. Repeating it does no harm.
     *
     * @return the sessions that were erased
     */
    public synchronized Set<SessionKey> eraseVisitor(int siteId, Id128 visitor) {
        Set<SessionKey> erased = new LinkedHashSet<>();
        orForget(() -> {
            flush(started()); // from here on everything that was read is in the index
            erased.addAll(store.erasure().sessionsOf(siteId, visitor));
            erase(siteId, erased, visitor);
            return 0;
        });
        return erased;
    }

    /** The same for one session; its visitor may come again. */
    public synchronized void eraseSession(SessionKey session) {
        orForget(() -> {
            flush(started());
            erase(session.siteId(), Set.of(session), null);
            return 0;
        });
    }

    private void erase(int siteId, Set<SessionKey> erased, @Nullable Id128 visitor) {
        store.erasure().erase(siteId, erased, visitor, clock.millis());
        sessions.drop(erased);
        housekeeping.compactSoon();
    }

    /** Lets go of what is too old and compacts files now, instead of within the hour. */
    public synchronized void tidy() {
        orForget(() -> {
            started();
            housekeeping.tidy(sessions);
            return 0;
        });
    }

    /** Reads all there is and flushes, due or not. */
    public synchronized void catchUp() {
        orForget(() -> {
            LogFollower log = started();
            while (log.read(RECORDS_PER_STEP, FLUSH_BYTES) > 0) {
                if (log.pending().bytes() >= FLUSH_BYTES) {
                    flush(log);
                }
            }
            behindMillis = 0;
            flush(log);
            while (backlog) {
                deriveBacklog(log);
            }
            return 0;
        });
    }

    /** Keeps what was read so far and derives what is due. */
    public synchronized void flush() {
        orForget(() -> {
            flush(started());
            return 0;
        });
    }

    /** Marks every session that still has its events; the following steps derive them again. */
    public void rederive() {
        rederive(null, 0);
    }

    /**
     * The same for some of them.
     *
     * @param site null for all sites
     * @param since epoch ms: only sessions that were heard of then or later
     * @return how many were marked
     */
    public synchronized int rederive(@Nullable Integer site, long since) {
        return orForget(() -> {
            flush(started()); // from here on all that was read is in the index
            int marked = store.ruleVersions().mark(site, since);
            sessions.deriveAgain(key -> site == null || key.siteId() == site);
            backlog = true;
            return marked;
        });
    }

    /** How many sessions wait for their facts to be made. Any thread. */
    public long waiting() {
        return store.ruleVersions().waiting();
    }

    /** How far behind the clock it is, ms; 0 when all that was logged has been read. */
    public long behindMillis() {
        return behindMillis;
    }

    private int orForget(Supplier<Integer> work) {
        try {
            int done = work.get();
            openSessions = sessions.size();
            return done;
        } catch (RuntimeException | Error failure) {
            forget();
            throw failure;
        }
    }

    private void forget() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
        store.segments().abandon();
        sessions.clear();
    }

    private LogFollower started() {
        if (reading == null) {
            store.recover();
            sessions.reload();
            LogFollower log = new LogFollower(source, store.state().position(), store.suppressed(), caps, metrics);
            reading = log;
            report(log.gap());
            rules.reload();
            backlog = true;
            flushedAt = clock.millis();
        }
        return reading;
    }

    private void report(@Nullable String gap) {
        if (gap != null) {
            metrics.gap();
            LOG.warn("the saved place is not in the log: {}", gap);
            store.state()
                    .notice(
                            clock.millis(),
                            "The log does not reach back to where it was last read, so some visits may be missing."
                                    + " Reading went on from its oldest record. (" + gap + ")");
        }
    }

    private boolean flushDue(LogFollower log) {
        Duration pause = sessions.quiet() ? FLUSH_EVERY_WHEN_QUIET : FLUSH_EVERY;
        return log.pending().bytes() >= FLUSH_BYTES || clock.millis() - flushedAt >= pause.toMillis();
    }

    private void flush(LogFollower log) {
        backlog |= rules.changed(sessions);
        log.pending().batches().keySet().forEach(key -> rules.meet(key.siteId()));
        long now = log.now(clock.millis());
        metrics.timeFlush(() -> flush.keep(log, now));
        deriver.derive(sessions.due(now), rules::of, now);
        sessions.dropEnded();
        watcher.accept(FlushStep.DERIVED);
        flushedAt = clock.millis();
    }

    /** Facts of ended sessions that were marked to be made again, or that a crash left without. */
    private int deriveBacklog(LogFollower log) {
        long now = log.now(clock.millis());
        List<OpenSession> some = store.index().endedAndDirty(BACKLOG_PER_STEP).stream()
                .map(OpenSession::new)
                .toList();
        deriver.derive(some, rules::of, now);
        backlog = !some.isEmpty();
        return some.size();
    }

    /** Saves what was read and stops. */
    @Override
    public synchronized void close() {
        try {
            if (reading != null) {
                flush();
            }
        } finally {
            forget();
        }
    }
}
