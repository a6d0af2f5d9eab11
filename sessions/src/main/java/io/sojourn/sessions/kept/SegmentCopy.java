package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.wire.Block;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A new segment file that blocks of older ones are copied into: byte for byte, where what is damaged stays damaged and is
 * noticed when somebody reads it, or those of one session joined. One thread. The copies are kept only after {@link #force()}.
 */
public final class SegmentCopy implements Closeable {
    private static final long ENOUGH_BYTES = 8L << 20;

    private final SegmentFiles files;
    private final Lane lane;
    private final SegmentWriter copy;
    private final Map<Long, SegmentReader> sources = new LinkedHashMap<>();

    SegmentCopy(SegmentFiles files, Lane lane, long segment) throws IOException {
        this.files = files;
        this.lane = lane;
        this.copy = new SegmentWriter(files.file(lane, segment), lane, segment);
    }

    /** Its number. */
    public long segment() {
        return copy.segment();
    }

    /** Returns where the copy stands. @throws UncheckedIOException if there is no such file, or it is none of ours */
    public BlockAddress copy(BlockAddress block) {
        try {
            return copy.append(source(block.segment()).frame(block));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the batches of these blocks of one session as one block, or a few where they are large. A visit arrives in dozens of
     * pieces that are much alike; compressed together they take half the room.
     *
     * @return empty when one of them is damaged; then none was written
     */
    public Optional<List<KeptBlock>> join(List<KeptBlock> blocks) {
        List<Block> read = new ArrayList<>(blocks.size());
        try {
            for (KeptBlock block : blocks) {
                read.add(source(block.address().segment()).block(block.address()));
            }
        } catch (DamagedBlock damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<KeptBlock> joined = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < read.size(); i++) {
            bytes += read.get(i).getSerializedSize();
            if (bytes >= ENOUGH_BYTES || i == read.size() - 1) {
                joined.add(write(blocks.subList(from, i + 1), read.subList(from, i + 1)));
                from = i + 1;
                bytes = 0;
            }
        }
        return Optional.of(joined);
    }

    private KeptBlock write(List<KeptBlock> blocks, List<Block> read) {
        Block.Builder all = read.get(0).toBuilder();
        List<SeenBatch> seen = new ArrayList<>(blocks.get(0).batches());
        for (int i = 1; i < read.size(); i++) {
            all.addAllBatches(read.get(i).getBatchesList());
            seen.addAll(blocks.get(i).batches());
        }
        try {
            BlockAddress address = copy.append(all.build(), SegmentFormat.ZSTD_LEVEL_LASTING);
            return new KeptBlock(blocks.get(0).key(), address, seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SegmentReader source(long segment) throws IOException {
        SegmentReader open = sources.get(segment);
        if (open == null) {
            open = new SegmentReader(files.file(lane, segment));
            sources.put(segment, open);
        }
        return open;
    }

    public void force() {
        try {
            copy.force();
            files.force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (SegmentReader source : sources.values()) {
                source.close();
            }
            copy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
