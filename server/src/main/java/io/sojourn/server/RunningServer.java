package io.sojourn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server on a data folder listens, and a token for commands of this machine, in a file only its owner can read: who
 * can read the folder has everything anyway.
 */
record RunningServer(String url, String token) {
    private static final String FILE = "running";

    static String newToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void write(Path data) {
        Path file = data.resolve(FILE);
        try {
            Files.deleteIfExists(file);
            if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
            }
            Files.write(file, List.of(url, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a running server wrote; null when there is none, or it wrote none. */
    static @Nullable RunningServer of(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 ? null : new RunningServer(lines.get(0), lines.get(1));
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
