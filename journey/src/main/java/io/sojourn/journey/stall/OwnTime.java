package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares the engaged time of a visit among its stalls, so that no moment is counted twice. Where two overlap, the moment is the
 * more telling one's: a form that emptied itself takes the time from the typing that came before it. What is typed again costs
 * the time of typing it, any other stall all the time until the visitor got further.
 */
final class OwnTime {
    private static final Comparator<Episode> TELLING_FIRST = Comparator.comparingInt(
                    (Episode episode) -> Telling.place(episode.kind()))
            .thenComparingLong(Episode::startedAt)
            .thenComparing(episode -> episode.subject().toString());

    private final VisitTime time;
    private final List<long[]> taken = new ArrayList<>();

    OwnTime(VisitTime time) {
        this.time = time;
    }

    /** The same episodes in the same order. */
    List<Episode> shared(List<Episode> episodes) {
        Map<Episode, Long> own = new HashMap<>();
        episodes.stream().sorted(TELLING_FIRST).forEach(episode -> own.put(episode, take(episode)));
        return episodes.stream()
                .map(episode -> episode.owning(own.getOrDefault(episode, 0L)))
                .toList();
    }

    private long take(Episode episode) {
        long from = episode.startedAt();
        long to = episode.kind() == Kind.ASKED_TWICE ? episode.knownAt() : episode.endedAt();
        long own = 0;
        for (long[] free : free(from, to)) {
            own += Math.max(0, time.engaged(free[0], free[1]));
            taken.add(free);
        }
        return own;
    }

    private List<long[]> free(long from, long to) {
        List<long[]> free = new ArrayList<>(List.of(new long[] {from, to}));
        for (long[] other : taken) {
            List<long[]> left = new ArrayList<>();
            for (long[] piece : free) {
                keep(left, piece[0], Math.min(piece[1], other[0]));
                keep(left, Math.max(piece[0], other[1]), piece[1]);
            }
            free = left;
        }
        return free;
    }

    private static void keep(List<long[]> pieces, long from, long to) {
        if (from < to) {
            pieces.add(new long[] {from, to});
        }
    }
}
