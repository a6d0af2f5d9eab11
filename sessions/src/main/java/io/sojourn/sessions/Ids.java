package io.sojourn.sessions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids made from content, the same in every run and on every machine: the first 64 bits of SHA-256. */
public final class Ids {
    private Ids() {}

    /** The id of some words in this order; ("a", "bc") and ("ab", "c") are different. */
    public static long of(String... words) {
        MessageDigest digest = sha256();
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return first64(digest);
    }

    public static long of(ByteBuffer content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return first64(digest);
    }

    private static long first64(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
