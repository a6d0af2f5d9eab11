package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** An asset on disk: {@code version(1) kind(1) typeLength(1) type content}. Appears whole or not at all. */
final class AssetFile {
    private static final byte VERSION = 1;
    private static final int PREFIX = 3;
    static final int MAX_TYPE = 120;

    private AssetFile() {}

    /**
     * @param scratch on the same file system, unique to this call
     * @param writtenAt epoch ms, the file's time
     */
    static void write(Path file, Path scratch, Asset asset, long writtenAt) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] type = asset.contentType().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer prefix = ByteBuffer.allocate(PREFIX + type.length)
                .put(VERSION)
                .put((byte) asset.kind().code())
                .put((byte) type.length)
                .put(type)
                .flip();
        try {
            try (FileChannel out = FileChannel.open(scratch, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeAll(out, prefix);
                writeAll(out, ByteBuffer.wrap(asset.content()));
                out.force(false);
            }
            Files.setLastModifiedTime(scratch, FileTime.fromMillis(writtenAt));
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Null when there is none, or when its bytes are not those of its name. */
    static @Nullable Asset read(Path file, Id128 hash) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return null;
        }
        if (bytes.length < PREFIX || bytes[0] != VERSION || bytes[2] < 0 || bytes.length < PREFIX + bytes[2]) {
            return null;
        }
        AssetKind kind = AssetKind.ofCode(bytes[1]);
        int start = PREFIX + bytes[2];
        byte[] content = new byte[bytes.length - start];
        System.arraycopy(bytes, start, content, 0, content.length);
        if (kind == null || !AssetHash.of(content).equals(hash)) {
            return null;
        }
        return new Asset(kind, new String(bytes, PREFIX, bytes[2], StandardCharsets.US_ASCII), content);
    }

    /** How large its file is. */
    static long bytes(Asset asset) {
        return PREFIX + asset.contentType().length() + (long) asset.content().length;
    }
}
