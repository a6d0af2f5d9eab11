package io.sojourn.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shop's files, as they lie in the jar. Names are never taken from a visitor. */
final class ShopFiles {
    private ShopFiles() {}

    /** @throws IllegalStateException when the jar lacks the file */
    static byte[] bytes(String name) {
        try (InputStream in = ShopFiles.class.getResourceAsStream("shop/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the shop lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
