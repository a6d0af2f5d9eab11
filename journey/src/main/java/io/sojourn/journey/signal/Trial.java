package io.sojourn.journey.signal;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.sessions.Ids;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other thresholds would have found in visits that are known: shown the same visits with the old ones and the new ones.
 * Writes nothing. One thread.
 */
public final class Trial {
    private static final int LISTED = 50;

    private final Detectors before;
    private final Detectors after;
    private final Map<Signal.Kind, int[]> kinds = new EnumMap<>(Signal.Kind.class);
    private final List<Change> gained = new ArrayList<>();
    private final List<Change> lost = new ArrayList<>();
    private int visits;
    private int foundBefore;
    private int foundAfter;

    /** A visit in which a kind is found by one of the two only. @param atMs since the visit began */
    public record Change(Id128 session, String kind, long atMs) {}

    /** @param before visits with any strong sign @param gained at most fifty @param lost at most fifty */
    public record Result(
            int visits, int before, int after, List<Change> gained, List<Change> lost, Map<Signal.Kind, int[]> kinds) {}

    public Trial(Limits before, Limits after) {
        this.before = new Detectors(before);
        this.after = new Detectors(after);
    }

    public void show(Session session) {
        Map<Signal.Kind, Long> was = kinds(before, session);
        Map<Signal.Kind, Long> is = kinds(after, session);
        visits++;
        foundBefore += strong(was) ? 1 : 0;
        foundAfter += strong(is) ? 1 : 0;
        Set<Signal.Kind> both = EnumSet.noneOf(Signal.Kind.class);
        both.addAll(was.keySet());
        both.addAll(is.keySet());
        for (Signal.Kind kind : both) {
            int[] counts = kinds.computeIfAbsent(kind, first -> new int[2]);
            counts[0] += was.containsKey(kind) ? 1 : 0;
            counts[1] += is.containsKey(kind) ? 1 : 0;
            note(session, kind, was.get(kind), is.get(kind));
        }
    }

    private void note(Session session, Signal.Kind kind, @Nullable Long was, @Nullable Long is) {
        if (was == null && is != null && gained.size() < LISTED) {
            gained.add(new Change(session.id(), kind.key(), Math.max(0, is - session.startedAt())));
        } else if (was != null && is == null && lost.size() < LISTED) {
            lost.add(new Change(session.id(), kind.key(), Math.max(0, was - session.startedAt())));
        }
    }

    private static boolean strong(Map<Signal.Kind, Long> kinds) {
        return kinds.keySet().stream().anyMatch(kind -> kind.strength() == Signal.Strength.STRONG);
    }

    private static Map<Signal.Kind, Long> kinds(Detectors detectors, Session session) {
        Map<Signal.Kind, Long> kinds = new EnumMap<>(Signal.Kind.class);
        detectors
                .look(session, new NamesOnly())
                .forEach(seen -> seen.signals().forEach(signal -> kinds.merge(signal.kind(), signal.at(), Math::min)));
        return kinds;
    }

    public Result result() {
        return new Result(visits, foundBefore, foundAfter, List.copyOf(gained), List.copyOf(lost), kinds);
    }

    /** Names things and forgets them. */
    private static final class NamesOnly implements FactSink {
        @Override
        public long page(String path) {
            return Ids.of("page", path);
        }

        @Override
        public long element(long page, Element fingerprint) {
            return 31 * page + fingerprint.hashCode();
        }

        @Override
        public void add(FactTable table, @Nullable Object... values) {}
    }
}
