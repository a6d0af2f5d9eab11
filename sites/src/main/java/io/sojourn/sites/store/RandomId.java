package io.sojourn.sites.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for rows: 32 hex digits that cannot be guessed. */
final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
