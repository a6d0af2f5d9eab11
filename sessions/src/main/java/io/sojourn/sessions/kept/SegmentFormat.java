package io.sojourn.sessions.kept;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The layout of a segment file: a header of 8 bytes (the letters SJSG, then the format version), then blocks. A block is a
 * frame of 12 bytes (compressed length, raw length, CRC32C of raw length and compressed bytes) and a zstd frame.
 */
final class SegmentFormat {
    static final int MAGIC = 0x534A5347;
    static final int VERSION = 1;
    static final int HEADER_BYTES = 8;
    static final int FRAME_BYTES = 12;
    /** While a visit goes on. */
    static final int ZSTD_LEVEL = 3;
    /** For what is written once and read for months. */
    static final int ZSTD_LEVEL_LASTING = 9;

    private SegmentFormat() {}

    static ByteBuffer header() {
        return ByteBuffer.allocate(HEADER_BYTES).putInt(MAGIC).putInt(VERSION).flip();
    }

    static int crc(int rawLength, byte[] packed) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(rawLength).flip());
        crc.update(packed, 0, packed.length);
        return (int) crc.getValue();
    }
}
