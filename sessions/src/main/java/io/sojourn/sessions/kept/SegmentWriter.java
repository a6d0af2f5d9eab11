package io.sojourn.sessions.kept;

import com.github.luben.zstd.Zstd;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.wire.Block;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends blocks to one segment file. One thread. What was not forced may be gone after a crash. */
final class SegmentWriter implements Closeable {
    private final Lane lane;
    private final long segment;
    private final FileChannel file;
    private long end;
    private boolean forced;

    /** @throws IOException if the file exists or cannot be made */
    SegmentWriter(Path path, Lane lane, long segment) throws IOException {
        this.lane = lane;
        this.segment = segment;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(SegmentFormat.header());
    }

    BlockAddress append(Block block) throws IOException {
        return append(block, SegmentFormat.ZSTD_LEVEL);
    }

    BlockAddress append(Block block, int level) throws IOException {
        byte[] raw = block.toByteArray();
        byte[] packed = Zstd.compress(raw, level);
        ByteBuffer framed = ByteBuffer.allocate(SegmentFormat.FRAME_BYTES + packed.length)
                .putInt(packed.length)
                .putInt(raw.length)
                .putInt(SegmentFormat.crc(raw.length, packed))
                .put(packed)
                .flip();
        return append(framed);
    }

    BlockAddress append(ByteBuffer framed) throws IOException {
        long start = end;
        int length = framed.remaining();
        write(framed);
        return new BlockAddress(lane, segment, start, length);
    }

    private void write(ByteBuffer bytes) throws IOException {
        forced = false;
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
    }

    void force() throws IOException {
        if (!forced) {
            file.force(true);
            forced = true;
        }
    }

    Lane lane() {
        return lane;
    }

    long segment() {
        return segment;
    }

    long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
