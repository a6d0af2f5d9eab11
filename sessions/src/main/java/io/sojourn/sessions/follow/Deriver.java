package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.kept.wire.KeptBatch;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import io.sojourn.sessions.store.FactRows;
import io.sojourn.sessions.store.FactStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds sessions from their kept blocks and replaces their facts. One thread. A bug that one session brings to light is
 * counted and leaves the facts of that session as they were; the rest goes on.
 */
final class Deriver {
    private static final Logger LOG = LoggerFactory.getLogger(Deriver.class);
    /** Their rows are in memory together. */
    private static final int SESSIONS_AT_ONCE = 64;

    private static final int EVENTS_AT_ONCE = 100_000;
    private static final long BYTES_AT_ONCE = 16L << 20;
    /** Several write to it, so it is replaced only when none of them failed. */
    private static final List<FactTable> SHARED = List.of(SignalFacts.SIGNAL);

    private final SegmentFolder segments;
    private final SessionRebuilder rebuilder;
    private final FactStore facts;
    private final List<Derivation> derivations;
    private final FollowMetrics metrics;

    Deriver(
            SegmentFolder segments,
            SessionRebuilder rebuilder,
            FactStore facts,
            List<Derivation> derivations,
            FollowMetrics metrics) {
        this.segments = segments;
        this.rebuilder = rebuilder;
        this.facts = facts;
        this.derivations = List.copyOf(derivations);
        this.metrics = metrics;
    }

    /** @param now epoch ms, remembered as the time they were derived at */
    void derive(List<OpenSession> sessions, IntFunction<Rules> rules, long now) {
        for (List<OpenSession> some : portions(sessions)) {
            metrics.timeDerive(() -> deriveTogether(some, rules));
            some.forEach(session -> session.derived(now));
        }
    }

    /** Few enough at once, however large they are: one may be as large as its caps allow. */
    static List<List<OpenSession>> portions(List<OpenSession> sessions) {
        List<List<OpenSession>> portions = new ArrayList<>();
        long events = 0;
        long bytes = 0;
        for (OpenSession session : sessions) {
            LaneTotals size = session.totals(Lane.ANALYSIS);
            events += size.events();
            bytes += size.bytes();
            boolean full = portions.isEmpty()
                    || portions.get(portions.size() - 1).size() == SESSIONS_AT_ONCE
                    || events > EVENTS_AT_ONCE
                    || bytes > BYTES_AT_ONCE;
            if (full) {
                portions.add(new ArrayList<>());
                events = size.events();
                bytes = size.bytes();
            }
            portions.get(portions.size() - 1).add(session);
        }
        return portions;
    }

    private void deriveTogether(List<OpenSession> sessions, IntFunction<Rules> rules) {
        Map<List<FactTable>, List<FactRows>> made = new LinkedHashMap<>();
        List<FactStore.Revision> revisions = new ArrayList<>();
        for (OpenSession open : sessions) {
            KeptSession kept = open.saved();
            revisions.add(new FactStore.Revision(kept.key(), kept.revision()));
            List<KeptBatch> batches = segments.read(open.analysisBlocks());
            rebuilt(kept, batches).ifPresent(session -> deriveEach(session, kept, rules.apply(session.siteId()), made));
        }
        facts.replace(made, revisions);
    }

    private Optional<Session> rebuilt(KeptSession kept, List<KeptBatch> batches) {
        try {
            return rebuilder.rebuild(kept, Lane.ANALYSIS, batches);
        } catch (RuntimeException bug) {
            metrics.deriveFailed();
            LOG.error("session {} could not be rebuilt", kept.key(), bug);
            return Optional.empty();
        }
    }

    private void deriveEach(Session session, KeptSession kept, Rules rules, Map<List<FactTable>, List<FactRows>> made) {
        FactRows signals = new FactRows(kept.key(), kept.revision());
        boolean complete = true;
        for (Derivation derivation : derivations) {
            FactRows rows = new FactRows(kept.key(), kept.revision());
            try {
                derivation.derive(session, rules, rows);
                made.computeIfAbsent(derivation.tables(), tables -> new ArrayList<>())
                        .add(rows);
                signals.addAll(SignalFacts.SIGNAL, rows);
            } catch (RuntimeException bug) {
                complete = false;
                metrics.deriveFailed();
                LOG.error("{} failed for session {}", derivation.getClass().getName(), kept.key(), bug);
            }
        }
        if (complete) {
            made.computeIfAbsent(SHARED, tables -> new ArrayList<>()).add(signals);
        }
    }
}
