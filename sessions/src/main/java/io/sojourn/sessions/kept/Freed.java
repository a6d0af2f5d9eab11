package io.sojourn.sessions.kept;

/**
 * What was given up: blocks of the index, or whole files.
 *
 * @param count of blocks or of files
 * @param bytes on disk
 */
public record Freed(long count, long bytes) {
    public static final Freed NOTHING = new Freed(0, 0);

    public Freed plus(Freed more) {
        return new Freed(count + more.count, bytes + more.bytes);
    }
}
