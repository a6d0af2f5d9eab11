package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.kept.wire.KeptBatch;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import io.sojourn.sessions.store.FactRows;
import io.sojourn.sessions.store.FactStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds sessions from their kept blocks and replaces their facts. One thread. A bug that one session brings to light is
 * counted and leaves the facts of that session as they were; the rest goes on.
 */
final class Deriver {
    private static final Logger LOG = LoggerFactory.getLogger(Deriver.class);
    /** Their rows are in memory together. Each portion costs the database as many statements, so few large ones are cheap. */
    static final int SESSIONS_AT_ONCE = 1_000;
    /** Fewer are not worth another processor. */
    private static final int WORTH_SHARING = 16;

    private static final int EVENTS_AT_ONCE = 50_000;
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

    /** What came of one session. */
    private record Made(KeptSession kept, List<ByDerivation> facts, boolean complete) {}

    private record ByDerivation(Derivation derivation, FactRows rows) {}

    private void deriveTogether(List<OpenSession> sessions, IntFunction<Rules> rules) {
        Map<Integer, Rules> bySite = new HashMap<>();
        sessions.forEach(open -> bySite.computeIfAbsent(open.key().siteId(), rules::apply));
        Stream<OpenSession> each = sessions.size() < WORTH_SHARING ? sessions.stream() : sessions.parallelStream();
        List<Made> made = each.map(open -> make(open.saved(), open.analysisBlocks(), bySite))
                .toList();
        Map<List<FactTable>, List<FactRows>> tables = new LinkedHashMap<>();
        made.forEach(one -> collect(one, tables));
        facts.replace(
                tables,
                made.stream()
                        .map(one -> new FactStore.Revision(
                                one.kept().key(), one.kept().revision()))
                        .toList());
    }

    /** Of one session: derivations have no memory, so sessions can be made on several threads. */
    private Made make(KeptSession kept, List<BlockAddress> blocks, Map<Integer, Rules> rules) {
        Optional<Session> session = rebuilt(kept, segments.read(blocks));
        if (session.isEmpty()) {
            return new Made(kept, List.of(), false);
        }
        List<ByDerivation> made = new ArrayList<>();
        boolean complete = true;
        for (Derivation derivation : derivations) {
            FactRows rows = new FactRows(kept.key(), kept.revision());
            try {
                derivation.derive(
                        session.get(),
                        Objects.requireNonNull(rules.get(kept.key().siteId())),
                        rows);
                made.add(new ByDerivation(derivation, rows));
            } catch (RuntimeException bug) {
                complete = false;
                metrics.deriveFailed();
                LOG.error("{} failed for session {}", derivation.getClass().getName(), kept.key(), bug);
            }
        }
        return new Made(kept, made, complete);
    }

    private static void collect(Made one, Map<List<FactTable>, List<FactRows>> tables) {
        FactRows signals = new FactRows(one.kept().key(), one.kept().revision());
        for (ByDerivation made : one.facts()) {
            tables.computeIfAbsent(made.derivation().tables(), first -> new ArrayList<>())
                    .add(made.rows());
            signals.addAll(SignalFacts.SIGNAL, made.rows());
        }
        if (one.complete()) {
            tables.computeIfAbsent(SHARED, first -> new ArrayList<>()).add(signals);
        }
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
}
