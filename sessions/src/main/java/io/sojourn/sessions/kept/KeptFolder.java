package io.sojourn.sessions.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder of kept sessions and what stands in it. */
public final class KeptFolder {
    /** Grows when an older Sojourn could no longer read what this one writes. */
    static final int FORMAT = 1;

    private final Path root;

    private KeptFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder when there is none.
     *
     * @throws IllegalStateException if a newer version wrote it, with a sentence for the person who started this one
     */
    public static KeptFolder open(Path root) {
        try {
            Files.createDirectories(root);
            Path mark = root.resolve("format");
            if (Files.exists(mark)) {
                check(root, Files.readString(mark).strip());
            } else {
                write(mark);
            }
            return new KeptFolder(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A crash leaves the whole mark or none. */
    private static void write(Path mark) throws IOException {
        Path half = mark.resolveSibling("format.new");
        Files.writeString(half, FORMAT + "\n");
        Files.move(half, mark, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void check(Path root, String mark) {
        if (!mark.matches("\\d{1,6}")) {
            throw new IllegalStateException(
                    "The file \"format\" in " + root + " does not hold a number: this is not a data"
                            + " folder of Sojourn, or it is damaged. Point --data at another folder or restore a backup.");
        }
        int format = Integer.parseInt(mark);
        if (format > FORMAT) {
            throw new IllegalStateException("The data in " + root + " was written by a newer Sojourn (format " + format
                    + "; this one reads up to " + FORMAT
                    + "). Start the newer version, or point --data at another folder.");
        }
    }

    public Path facts() {
        return root.resolve("facts.duckdb");
    }

    public Path segments() {
        return root.resolve("segments");
    }
}
