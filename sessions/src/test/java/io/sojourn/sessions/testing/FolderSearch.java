package io.sojourn.sessions.testing;

import com.github.luben.zstd.Zstd;
import io.sojourn.eventlog.Id128;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for an id in every byte of a folder: as the wire has it, as text, as the database has it, and inside of blocks. */
public final class FolderSearch {
    private static final int ZSTD_MAGIC = 0x28B52FFD;
    private static final int MOST_BYTES = 16 << 20;

    private FolderSearch() {}

    public static List<Path> filesNaming(Path folder, Id128 id) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (names(Files.readAllBytes(file), id)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean names(byte[] bytes, Id128 id) {
        return holds(bytes, id) || unpacked(bytes).stream().anyMatch(block -> holds(block, id));
    }

    /** Whatever was compressed anywhere in these bytes, referred to or not. */
    private static List<byte[]> unpacked(byte[] bytes) {
        List<byte[]> blocks = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(bytes);
        for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
            if (all.getInt(at) == ZSTD_MAGIC) {
                long packed = Zstd.findFrameCompressedSize(bytes, at);
                if (!Zstd.isError(packed)) {
                    byte[] frame = new byte[(int) packed];
                    all.get(at, frame);
                    blocks.add(Zstd.decompress(frame, MOST_BYTES));
                }
            }
        }
        return blocks;
    }

    private static boolean holds(byte[] bytes, Id128 id) {
        String text = latin(bytes);
        return Stream.of(wire(id), inDatabase(id), id.toString(), id.toUuid().toString())
                .anyMatch(text::contains);
    }

    private static String wire(Id128 id) {
        return latin(id.toByteString().toByteArray());
    }

    /** DuckDB keeps a UUID as a 128-bit number, the lowest byte first, with the highest bit turned over. */
    private static String inDatabase(Id128 id) {
        ByteBuffer number = ByteBuffer.allocate(Id128.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return latin(
                number.putLong(id.low()).putLong(id.high() ^ Long.MIN_VALUE).array());
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
