package io.sojourn.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes in which something must not be found, in UTF-8 or UTF-16. */
public record KeptBytes(byte[] bytes) {
    public static KeptBytes of(byte[] bytes) {
        return new KeptBytes(bytes);
    }

    public void holdNoneOf(List<String> secrets) {
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
            String wide = new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            if (narrow.contains(secret) || narrow.contains(wide)) {
                throw new AssertionError("\"" + secret + "\" is in there");
            }
        }
    }
}
