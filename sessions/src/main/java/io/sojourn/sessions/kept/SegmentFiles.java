package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where segment files stand and what they are called: a folder for each lane, a number for each file. Any thread. */
final class SegmentFiles {
    private static final String SUFFIX = ".seg";

    private final Path root;

    SegmentFiles(Path root) {
        this.root = root;
        try {
            Files.createDirectories(folder(Lane.ANALYSIS));
            Files.createDirectories(folder(Lane.PLAYBACK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Lane lane) {
        return root.resolve(lane.name().toLowerCase(Locale.ROOT));
    }

    Path file(Lane lane, long segment) {
        return folder(lane).resolve(String.format(Locale.ROOT, "%012d%s", segment, SUFFIX));
    }

    /** In the order they were begun. */
    List<Long> numbers(Lane lane) {
        try (Stream<Path> files = Files.list(folder(lane))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{12}\\.seg"))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size(Lane lane, long segment) {
        try {
            return Files.size(file(lane, segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Lane lane, long segment) {
        try {
            Files.deleteIfExists(file(lane, segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces which names the folders hold; what is in the files is forced by who writes them. */
    void force() throws IOException {
        force(folder(Lane.ANALYSIS));
        force(folder(Lane.PLAYBACK));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
