package io.sojourn.sessions;

import io.micrometer.core.instrument.MeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import io.sojourn.sessions.derive.VisitDerivation;
import io.sojourn.sessions.follow.Caps;
import io.sojourn.sessions.follow.FlushStep;
import io.sojourn.sessions.follow.Follower;
import io.sojourn.sessions.follow.Housekeeping;
import io.sojourn.sessions.follow.HousekeepingStep;
import io.sojourn.sessions.follow.KeptStore;
import io.sojourn.sessions.follow.Retention;
import io.sojourn.sessions.kept.KeptFolder;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.pages.OwnersPages;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import io.sojourn.sessions.rebuild.UserAgents;
import io.sojourn.sessions.store.BlockMoves;
import io.sojourn.sessions.store.DuckFacts;
import io.sojourn.sessions.store.ElementMatches;
import io.sojourn.sessions.store.Erasure;
import io.sojourn.sessions.store.Expiry;
import io.sojourn.sessions.store.FactOrder;
import io.sojourn.sessions.store.FactStore;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FlushSaver;
import io.sojourn.sessions.store.FollowerState;
import io.sojourn.sessions.store.PageList;
import io.sojourn.sessions.store.PageViewList;
import io.sojourn.sessions.store.RuleVersions;
import io.sojourn.sessions.store.SessionCounts;
import io.sojourn.sessions.store.SessionIndex;
import io.sojourn.sessions.store.SessionList;
import io.sojourn.sessions.store.SessionSignals;
import io.sojourn.sessions.store.StoredSessions;
import io.sojourn.sessions.store.SuppressionList;
import io.sojourn.sites.rules.Thresholds;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Kept sessions and their facts, wired. Nothing moves until somebody drives the {@link #follower}; everything else may be
 * asked by any thread. Close what drives the follower first; the log is not closed here.
 */
public final class SessionsModule implements Closeable {
    private static final int DUCKDB_THREADS = 2;

    private final DuckFacts facts;
    private final SegmentFolder segments;
    private final FollowerState state;
    private final Sessions sessions;
    private final Housekeeping housekeeping;
    private final Follower follower;

    /** With the rules everybody starts with. */
    public SessionsModule(
            Path dataFolder,
            EventLog log,
            MeterRegistry metrics,
            InstantSource clock,
            List<Derivation> more,
            int duckdbMemoryMb,
            Retention retention) {
        this(dataFolder, log, metrics, clock, more, duckdbMemoryMb, retention, site -> Rules.DEFAULT);
    }

    /**
     * @param dataFolder holds nothing else; made when missing
     * @param more derivations of the modules above
     * @param duckdbMemoryMb besides the heap
     * @param rules of a site, asked at each flush
     * @throws IllegalStateException if a newer version wrote the folder
     */
    public SessionsModule(
            Path dataFolder,
            EventLog log,
            MeterRegistry metrics,
            InstantSource clock,
            List<Derivation> more,
            int duckdbMemoryMb,
            Retention retention,
            IntFunction<Rules> rules) {
        this(
                dataFolder,
                log,
                metrics,
                clock,
                more,
                duckdbMemoryMb,
                new SessionRebuilder(new UserAgents()),
                rules,
                Caps.DEFAULT,
                retention,
                FlushStep.UNWATCHED,
                HousekeepingStep.UNWATCHED);
    }

    /** @param rules of a site, asked at each flush; a new version has all of the site derived again */
    public SessionsModule(
            Path dataFolder,
            EventLog log,
            MeterRegistry metrics,
            InstantSource clock,
            List<Derivation> more,
            int duckdbMemoryMb,
            SessionRebuilder rebuilder,
            IntFunction<Rules> rules,
            Caps caps,
            Retention retention,
            Consumer<FlushStep> watcher,
            Consumer<HousekeepingStep> housekeepingWatcher) {
        KeptFolder folder = KeptFolder.open(dataFolder);
        List<Derivation> derivations = new ArrayList<>(List.of(new VisitDerivation()));
        derivations.addAll(more);
        facts = new DuckFacts(folder.facts(), duckdbMemoryMb, DUCKDB_THREADS);
        segments = new SegmentFolder(folder.segments());
        SessionIndex index = new SessionIndex(facts);
        state = new FollowerState(facts);
        sessions = new StoredSessions(index, segments, rebuilder);
        FactStore factStore = new FactStore(
                facts,
                tables(derivations),
                new OwnersPages(site -> rules.apply(site).pages()));
        SuppressionList suppressed = new SuppressionList(facts);
        KeptStore store = new KeptStore(
                segments,
                index,
                new FlushSaver(facts),
                state,
                factStore,
                new Erasure(facts, factStore, suppressed),
                suppressed,
                new RuleVersions(facts));
        housekeeping = new Housekeeping(
                log,
                store,
                new Expiry(facts),
                new BlockMoves(facts),
                new FactOrder(facts, tables(derivations)),
                matches(),
                retention,
                clock,
                metrics,
                housekeepingWatcher);
        follower = new Follower(log, store, rebuilder, derivations, rules, clock, caps, housekeeping, metrics, watcher);
    }

    private ElementMatches matches() {
        Thresholds usual = Thresholds.DEFAULT;
        return new ElementMatches(facts, usual.number("element.match"), usual.number("element.margin"));
    }

    private static List<FactTable> tables(List<Derivation> derivations) {
        Stream<FactTable> owned = derivations.stream().flatMap(derivation -> derivation.tables().stream());
        return Stream.concat(Stream.of(SignalFacts.SIGNAL), owned).toList();
    }

    public Sessions sessions() {
        return sessions;
    }

    public Facts facts() {
        return facts;
    }

    /** Drive it by a {@link io.sojourn.sessions.follow.FollowerThread}, or by hand. */
    public Follower follower() {
        return follower;
    }

    /** Driven by the follower. */
    public Housekeeping housekeeping() {
        return housekeeping;
    }

    public SessionList sessionList() {
        return new SessionList(facts);
    }

    public SessionCounts sessionCounts() {
        return new SessionCounts(facts);
    }

    public PageViewList pageViewList() {
        return new PageViewList(facts);
    }

    public PageList pageList() {
        return new PageList(facts);
    }

    public SessionSignals sessionSignals() {
        return new SessionSignals(facts);
    }

    /** Sentences for the owner about what may be missing, oldest first. */
    public List<String> notices() {
        return state.notices();
    }

    /** Saves what was read, then closes the facts. */
    @Override
    public void close() {
        try {
            follower.close();
        } finally {
            segments.close();
            facts.close();
        }
    }
}
