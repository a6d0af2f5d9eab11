package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The name of a content: the first 128 bits of its SHA-256. */
public final class AssetHash {
    private AssetHash() {}

    public static Id128 of(byte[] content) {
        return Id128.of(ByteBuffer.wrap(sha256().digest(content), 0, Id128.BYTES));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
