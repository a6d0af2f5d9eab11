package io.sojourn.sessions.kept;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.sessions.kept.wire.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads blocks of one segment file and trusts none of its bytes. One thread. */
final class SegmentReader implements AutoCloseable {
    /** A block closes soon after 8 MB; one batch more may stand in it. */
    private static final int MAX_RAW_BYTES = 64 << 20;

    private final FileChannel file;

    /** @throws DamagedBlock if this is no segment file, or one of a newer version */
    SegmentReader(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            checkHeader(read(0, SegmentFormat.HEADER_BYTES));
        } catch (IOException notReadable) {
            file.close();
            throw notReadable;
        }
    }

    private static void checkHeader(ByteBuffer header) throws DamagedBlock {
        if (header.getInt() != SegmentFormat.MAGIC) {
            throw new DamagedBlock("not a segment file");
        }
        int version = header.getInt();
        if (version > SegmentFormat.VERSION) {
            throw new DamagedBlock("a segment file of the newer format " + version);
        }
    }

    Block block(BlockAddress address) throws IOException {
        if (address.length() < SegmentFormat.FRAME_BYTES) {
            throw new DamagedBlock("a block of " + address.length() + " bytes");
        }
        ByteBuffer framed = read(address.start(), address.length());
        int packedLength = framed.getInt();
        int rawLength = framed.getInt();
        int crc = framed.getInt();
        if (packedLength != framed.remaining() || rawLength < 0 || rawLength > MAX_RAW_BYTES) {
            throw new DamagedBlock("the frame does not fit the block");
        }
        byte[] packed = new byte[packedLength];
        framed.get(packed);
        if (crc != SegmentFormat.crc(rawLength, packed)) {
            throw new DamagedBlock("the checksum differs");
        }
        return parse(packed, rawLength);
    }

    private static Block parse(byte[] packed, int rawLength) throws DamagedBlock {
        try {
            return Block.parseFrom(Zstd.decompress(packed, rawLength));
        } catch (ZstdException | InvalidProtocolBufferException unreadable) {
            throw new DamagedBlock(String.valueOf(unreadable.getMessage()));
        }
    }

    /** The block as it stands; where the file ends too early, zeros stand for what is missing. */
    ByteBuffer frame(BlockAddress address) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(address.length());
        while (bytes.hasRemaining() && file.read(bytes, address.start() + bytes.position()) >= 0) {
            // a file may answer with less than was asked for
        }
        return bytes.clear();
    }

    private ByteBuffer read(long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new DamagedBlock("the file ends inside the block");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
