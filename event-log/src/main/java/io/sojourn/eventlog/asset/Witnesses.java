package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;

/**
 * Counts which different visitors sent one part: a file of eight-byte marks, one per visitor. A mark is made of the visitor and
 * the part together, so that the files do not tell who sent the same things.
 */
final class Witnesses {
    private static final int MARK = 8;

    private Witnesses() {}

    /** @return how many different visitors there are now, this one included */
    static int add(Path file, Id128 part, String visitor, long nowMillis) throws IOException {
        Files.createDirectories(file.getParent());
        long mark = mark(part, visitor);
        ByteBuffer known = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        int count = known.remaining() / MARK;
        for (int i = 0; i < count; i++) {
            if (known.getLong(i * MARK) == mark) {
                return count;
            }
        }
        byte[] fresh = ByteBuffer.allocate(MARK).putLong(mark).array();
        Files.write(file, fresh, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.fromMillis(nowMillis));
        return count + 1;
    }

    private static long mark(Id128 part, String visitor) {
        MessageDigest digest = AssetHash.sha256();
        digest.update(part.toByteString().toByteArray());
        digest.update(visitor.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
