package io.sojourn.server.api;

import java.util.HexFormat;

/** Ids of eight bytes as 16 lower-case hex digits. */
final class Hex {
    private Hex() {}

    static String of(long id) {
        return HexFormat.of().toHexDigits(id);
    }

    /** @throws Problem 404 for what is no such id */
    static long parse(String hex, String what) throws Problem {
        try {
            if (hex.length() == 16) {
                return HexFormat.fromHexDigitsToLong(hex);
            }
        } catch (IllegalArgumentException notHex) {
            // answered below
        }
        throw Problem.notFound(what);
    }
}
