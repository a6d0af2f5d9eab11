package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A new segment file that blocks of older ones are copied into, byte for byte: what is damaged stays damaged and is noticed
 * when somebody reads it. One thread. The copies are kept only after {@link #force()}.
 */
public final class SegmentCopy implements Closeable {
    private final SegmentFiles files;
    private final Lane lane;
    private final SegmentWriter copy;
    private final Map<Long, SegmentReader> sources = new LinkedHashMap<>();

    SegmentCopy(SegmentFiles files, Lane lane, long segment) throws IOException {
        this.files = files;
        this.lane = lane;
        this.copy = new SegmentWriter(files.file(lane, segment), lane, segment);
    }

    /** Returns where the copy stands. @throws UncheckedIOException if there is no such file, or it is none of ours */
    public BlockAddress copy(BlockAddress block) {
        try {
            return copy.append(source(block.segment()).frame(block));
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
