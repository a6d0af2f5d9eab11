package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Freed;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.SegmentCopy;
import io.sojourn.sessions.store.BlockMoves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rewrites segment files in which something was erased, that are mostly unused, or in which ended sessions lie in many pieces,
 * and many small ones into one. The pieces of an ended session are joined, other blocks copied. They are written and forced,
 * then one transaction switches their addresses, then the old files are deleted: whenever that ends early, each batch stands
 * in exactly one file that counts. Copies lie sorted by session, so that a session is read in one go. One thread.
 */
final class Compaction {
    private static final long SMALL_BYTES = 16L << 20;
    /** Each restart leaves one behind; a few do no harm. */
    private static final int MANY_SMALL = 8;
    /** Room for two small files, so that every step leaves fewer. */
    private static final long BYTES_PER_STEP = 2 * SMALL_BYTES;

    private final KeptStore store;
    private final BlockMoves moves;
    private final HousekeepingMetrics metrics;
    private final Consumer<HousekeepingStep> watcher;
    /** Files in which something damaged lies in pieces for ever. */
    private final Set<Long> notToBeJoined = new HashSet<>();

    Compaction(KeptStore store, BlockMoves moves, HousekeepingMetrics metrics, Consumer<HousekeepingStep> watcher) {
        this.store = store;
        this.moves = moves;
        this.metrics = metrics;
        this.watcher = watcher;
    }

    private record Candidate(long segment, long bytes, long used) {
        boolean sparse() {
            return used * 2 < bytes;
        }

        boolean small() {
            return bytes < SMALL_BYTES;
        }
    }

    /** Rewrites some files of a lane, if any are worth it. @return whether there were */
    boolean step(Lane lane, OpenSessions open) {
        List<Long> segments = worthIt(lane);
        if (segments.isEmpty()) {
            return false;
        }
        BlockMoves.Rewritten rewritten = rewrite(lane, moves.blocksIn(lane, segments), open);
        moves.move(rewritten, store.segments().next());
        open.moved(rewritten.moved());
        watcher.accept(HousekeepingStep.ADDRESSES_SWITCHED);
        metrics.deleted(lane, store.deleteUseless(lane));
        watcher.accept(HousekeepingStep.COMPACTED);
        return true;
    }

    private List<Long> worthIt(Lane lane) {
        Set<Long> erasedIn = erasedIn(lane);
        List<Candidate> all = candidates(lane);
        List<Candidate> due = readable(lane, all.stream().filter(file -> erasedIn.contains(file.segment())));
        if (!due.isEmpty()) {
            return some(due);
        }
        List<Candidate> sparse = readable(lane, all.stream().filter(Candidate::sparse));
        if (!sparse.isEmpty()) {
            return some(sparse);
        }
        Set<Long> scattered = moves.scattered(lane);
        List<Candidate> pieces = readable(
                lane,
                all.stream()
                        .filter(file -> scattered.contains(file.segment()) && !notToBeJoined.contains(file.segment())));
        if (!pieces.isEmpty()) {
            return some(pieces);
        }
        List<Candidate> small = readable(lane, all.stream().filter(Candidate::small));
        return small.size() < MANY_SMALL ? List.of() : some(small);
    }

    /** The files that still hold bytes of what was erased. */
    private Set<Long> erasedIn(Lane lane) {
        Set<Long> marked = moves.marked(lane);
        if (marked.isEmpty()) {
            return marked;
        }
        store.segments().finish(lane);
        metrics.deleted(lane, store.deleteUseless(lane));
        Set<Long> there = store.segments().closedFiles(lane).keySet();
        moves.unmark(
                lane,
                marked.stream().filter(segment -> !there.contains(segment)).toList());
        marked.retainAll(there);
        return marked;
    }

    private List<Candidate> candidates(Lane lane) {
        Map<Long, Long> used = moves.bytesInUse(lane);
        return store.segments().closedFiles(lane).entrySet().stream()
                .map(file -> new Candidate(file.getKey(), file.getValue(), used.getOrDefault(file.getKey(), 0L)))
                .filter(file -> file.used() > 0)
                .toList();
    }

    private List<Candidate> readable(Lane lane, Stream<Candidate> files) {
        return files.filter(file -> store.segments().canRead(lane, file.segment()))
                .toList();
    }

    private static List<Long> some(List<Candidate> files) {
        List<Long> segments = new ArrayList<>();
        long bytes = 0;
        for (Candidate file : files) {
            bytes += file.used();
            if (bytes > BYTES_PER_STEP && !segments.isEmpty()) {
                break;
            }
            segments.add(file.segment());
        }
        return segments;
    }

    private BlockMoves.Rewritten rewrite(Lane lane, List<BlockMoves.Standing> blocks, OpenSessions open) {
        BlockMoves.Rewritten done =
                new BlockMoves.Rewritten(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        try (SegmentCopy copy = store.segments().copy(lane)) {
            for (List<BlockMoves.Standing> session : bySession(blocks)) {
                boolean over = session.get(0).ended()
                        && !open.has(session.get(0).block().key());
                if (over && session.size() > 1 && join(copy, session, done)) {
                    continue;
                }
                session.forEach(one -> done.moved()
                        .put(one.block().address(), copy.copy(one.block().address())));
                if (over && session.size() > 1) {
                    notToBeJoined.add(copy.segment());
                }
            }
            watcher.accept(HousekeepingStep.BLOCKS_COPIED);
            copy.force();
            watcher.accept(HousekeepingStep.COPIES_FORCED);
        }
        long bytes =
                blocks.stream().mapToLong(one -> one.block().address().length()).sum();
        metrics.compacted(lane, new Freed(blocks.size(), bytes));
        return done;
    }

    private static boolean join(SegmentCopy copy, List<BlockMoves.Standing> session, BlockMoves.Rewritten done) {
        List<KeptBlock> pieces =
                session.stream().map(BlockMoves.Standing::block).toList();
        Optional<List<KeptBlock>> joined = copy.join(pieces);
        joined.ifPresent(fresh -> {
            done.fresh().addAll(fresh);
            pieces.forEach(piece -> done.joined().add(piece.address()));
        });
        return joined.isPresent();
    }

    private static Collection<List<BlockMoves.Standing>> bySession(List<BlockMoves.Standing> blocks) {
        Map<SessionKey, List<BlockMoves.Standing>> sessions = new LinkedHashMap<>();
        for (BlockMoves.Standing one : blocks) {
            sessions.computeIfAbsent(one.block().key(), first -> new ArrayList<>())
                    .add(one);
        }
        return sessions.values();
    }
}
