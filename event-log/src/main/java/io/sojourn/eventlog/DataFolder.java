package io.sojourn.eventlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder everything is kept in, held by one process at a time. The lock is the operating system's, so it is gone with
 * the process, however that ended.
 */
public final class DataFolder implements Closeable {
    /** Grows when what is kept changes so that older programs would misread it. */
    public static final int FORMAT = 1;

    private final Path root;
    private final FileChannel lockFile;

    /** @throws Unusable with a sentence for the owner: in use, not writable, or written by a newer Sojourn */
    public static DataFolder open(Path root) throws Unusable {
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lockFile)) {
                lockFile.close();
                throw new Unusable("another Sojourn is running on " + root.toAbsolutePath()
                        + ". Stop it first, or choose another folder with --data.");
            }
            checkFormat(root);
            return new DataFolder(root, lockFile);
        } catch (IOException trouble) {
            throw new Unusable("the data folder " + root.toAbsolutePath() + " cannot be used: " + why(trouble)
                    + ". Choose another with --data.");
        }
    }

    /** A file system's exceptions often say no more than the path. */
    private static String why(IOException trouble) {
        if (trouble instanceof FileAlreadyExistsException) {
            return "there is a file of this name";
        }
        if (trouble instanceof AccessDeniedException) {
            return "this user may not write there";
        }
        return String.valueOf(trouble.getMessage());
    }

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    public Path root() {
        return root;
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** What may still be written on this folder's disk. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private static boolean locked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static void checkFormat(Path root) throws IOException, Unusable {
        Path file = root.resolve("format");
        if (!Files.exists(file)) {
            Files.writeString(file, FORMAT + "\n");
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(String.valueOf(FORMAT))) {
            throw new Unusable("the data folder " + root.toAbsolutePath() + " has format " + found
                    + ", this Sojourn reads format " + FORMAT + ". Use the version that wrote it.");
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /** The folder cannot be used; the message is a sentence for the owner. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }
}
