package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.RollCycle;

/** The files of a queue, one per cycle, named by the time their cycle began: their names sort as they were written. */
final class CycleFiles {
    private static final String SUFFIX = ".cq4";

    private final Path folder;
    private final RollCycle cycle;
    private String forcedUpTo = "";

    CycleFiles(Path folder, RollCycle cycle) {
        this.folder = folder;
        this.cycle = cycle;
    }

    /** Forces every file that may have changed since the last time; the newest one may always have. */
    synchronized void force() {
        try {
            List<Path> files = list();
            for (Path file : files) {
                if (name(file).compareTo(forcedUpTo) >= 0) {
                    force(file);
                }
            }
            String newest = files.isEmpty() ? "" : name(files.get(files.size() - 1));
            if (!newest.equals(forcedUpTo)) {
                force(folder); // the names of new files
            }
            forcedUpTo = newest;
        } catch (IOException | UncheckedIOException trouble) {
            throw new LogUnavailable("the event log could not be forced to the disk", trouble);
        }
    }

    /** Deletes files of cycles before {@code cycleNumber} that were last written to before {@code epochMillis}. */
    void deleteBefore(int cycleNumber, long epochMillis) {
        String keepFrom = fileName(cycleNumber);
        try {
            for (Path file : list()) {
                boolean old = Files.getLastModifiedTime(file).toMillis() < epochMillis;
                if (old && name(file).compareTo(keepFrom) < 0) {
                    Files.delete(file);
                }
            }
        } catch (IOException trouble) {
            throw new LogUnavailable("old files of the event log could not be deleted", trouble);
        }
    }

    Path file(int cycleNumber) {
        return folder.resolve(fileName(cycleNumber));
    }

    private String fileName(int cycleNumber) {
        Instant start = Instant.ofEpochMilli((long) cycleNumber * cycle.lengthInMillis());
        return DateTimeFormatter.ofPattern(cycle.format())
                        .withZone(ZoneOffset.UTC)
                        .format(start)
                + SUFFIX;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> name(file).endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void force(Path fileOrFolder) throws IOException {
        boolean folder = Files.isDirectory(fileOrFolder);
        try (FileChannel channel =
                FileChannel.open(fileOrFolder, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(false);
        }
    }
}
