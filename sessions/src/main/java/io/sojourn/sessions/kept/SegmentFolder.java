package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.wire.Block;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segment files, one set per lane, so that each lane can be kept as long as it may. Reading: any thread. Writing: one
 * thread, which appends and then forces. A file grows over many flushes, is closed at 64 MB and never written to again
 * after a restart or a failure: bytes nobody refers to stay behind its last block and do no harm.
 */
public final class SegmentFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);
    private static final long ROLL_BYTES = 64L << 20;

    private final SegmentFiles files;
    private final Map<Lane, SegmentWriter> writers = new EnumMap<>(Lane.class);
    /** Held shared by who reads, alone by who deletes. */
    private final ReadWriteLock using = new ReentrantReadWriteLock();

    private final LongAdder damaged = new LongAdder();
    private boolean folderChanged;
    private long next;

    public SegmentFolder(Path root) {
        files = new SegmentFiles(root);
        next = 1 + Math.max(newest(Lane.ANALYSIS), newest(Lane.PLAYBACK));
    }

    private long newest(Lane lane) {
        return files.numbers(lane).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The number the next file gets; to be remembered outside, so that a deleted number never comes back. */
    public long next() {
        return next;
    }

    /** Sees to it that numbers below {@code atLeast} are never given again. */
    public void startAt(long atLeast) {
        next = Math.max(next, atLeast);
    }

    /**
     * Deletes the files of a lane nobody refers to, once nobody reads in them any more. What was appended and is not referred
     * to yet must be {@linkplain #abandon() abandoned} or saved before.
     */
    public Freed deleteUnless(Lane lane, Set<Long> referenced) {
        closeWhere(writer -> writer.lane() == lane && !referenced.contains(writer.segment()));
        List<Long> useless = files.numbers(lane).stream()
                .filter(segment -> !referenced.contains(segment))
                .toList();
        if (useless.isEmpty()) {
            return Freed.NOTHING;
        }
        using.writeLock().lock();
        try {
            return useless.stream().map(segment -> delete(lane, segment)).reduce(Freed.NOTHING, Freed::plus);
        } finally {
            using.writeLock().unlock();
        }
    }

    private Freed delete(Lane lane, long segment) {
        long bytes = files.size(lane, segment);
        files.delete(lane, segment);
        LOG.info("deleted {} segment {}, which nothing refers to", lane, segment);
        return new Freed(1, bytes);
    }

    /** Does work that looks up where blocks stand and then reads them. The files stay there until it is done. */
    public <T> T whileReading(Supplier<T> work) {
        using.readLock().lock();
        try {
            return work.get();
        } finally {
            using.readLock().unlock();
        }
    }

    /** Writes a block at the end of the lane's current file. It is kept only after {@link #force()}. */
    public BlockAddress append(Lane lane, Block block) {
        try {
            SegmentWriter writer = writers.get(lane);
            if (writer == null) {
                writer = new SegmentWriter(files.file(lane, next), lane, next);
                next++;
                folderChanged = true;
                writers.put(lane, writer);
            }
            return writer.append(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a lane that are not written to any more: bytes by number, oldest first. */
    public SortedMap<Long, Long> closedFiles(Lane lane) {
        SegmentWriter writer = writers.get(lane);
        SortedMap<Long, Long> sizes = new TreeMap<>();
        for (long segment : files.numbers(lane)) {
            if (writer == null || writer.segment() != segment) {
                sizes.put(segment, files.size(lane, segment));
            }
        }
        return sizes;
    }

    /** Whether a file is there, and is one of ours that this version understands. */
    public boolean canRead(Lane lane, long segment) {
        try (SegmentReader reader = new SegmentReader(files.file(lane, segment))) {
            return true;
        } catch (IOException notReadable) {
            return false;
        }
    }

    /** Begins a file of its own, into which blocks of older files are copied. */
    public SegmentCopy copy(Lane lane) {
        try {
            return new SegmentCopy(files, lane, next++);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces what was appended, files first, then the folders that name them. */
    public void force() {
        try {
            for (SegmentWriter writer : writers.values()) {
                writer.force();
            }
            if (folderChanged) {
                files.force();
                folderChanged = false;
            }
            closeWhere(writer -> writer.size() >= ROLL_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the current files as they are; the next block goes to a new one. */
    public void abandon() {
        closeWhere(writer -> true);
    }

    /** Leaves the current file of a lane as it is, so that it is closed like all others. */
    public void finish(Lane lane) {
        closeWhere(writer -> writer.lane() == lane);
    }

    private void closeWhere(Predicate<SegmentWriter> done) {
        writers.values().removeIf(writer -> {
            if (done.test(writer)) {
                close(writer);
                return true;
            }
            return false;
        });
    }

    private static void close(SegmentWriter writer) {
        try {
            writer.close();
        } catch (IOException e) {
            LOG.warn("a segment file did not close", e);
        }
    }

    /** The batches of these blocks, in order. Blocks that are gone or damaged are left out and counted. */
    public List<KeptBatch> read(List<BlockAddress> addresses) {
        List<KeptBatch> batches = new ArrayList<>();
        int from = 0;
        while (from < addresses.size()) {
            BlockAddress first = addresses.get(from);
            int to = from;
            while (to < addresses.size() && sameFile(first, addresses.get(to))) {
                to++;
            }
            readInto(batches, addresses.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static boolean sameFile(BlockAddress one, BlockAddress other) {
        return one.lane() == other.lane() && one.segment() == other.segment();
    }

    private void readInto(List<KeptBatch> batches, List<BlockAddress> ofOneFile) {
        Path path = files.file(ofOneFile.get(0).lane(), ofOneFile.get(0).segment());
        try (SegmentReader reader = new SegmentReader(path)) {
            for (BlockAddress address : ofOneFile) {
                readInto(batches, reader, address);
            }
        } catch (DamagedBlock | NoSuchFileException lost) {
            lost(path, lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readInto(List<KeptBatch> batches, SegmentReader reader, BlockAddress address) throws IOException {
        try {
            batches.addAll(reader.block(address).getBatchesList());
        } catch (DamagedBlock lost) {
            lost(files.file(address.lane(), address.segment()), lost);
        }
    }

    private void lost(Path path, IOException why) {
        damaged.increment();
        LOG.error("a block of {} is lost: {}", path.getFileName(), why.getMessage());
    }

    /** How many reads met a block that was gone or damaged. */
    public long damaged() {
        return damaged.sum();
    }

    @Override
    public void close() {
        abandon();
    }
}
