package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A log's random name, in a file beside its records, so that a log put in its place is noticed. */
final class LogIdentity {
    private LogIdentity() {}

    static String of(Path folder) {
        Path file = folder.resolve("log-id");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Path fresh = folder.resolve("log-id.new");
                Files.writeString(fresh, UUID.randomUUID().toString());
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException trouble) {
            throw new LogUnavailable("the event log's folder " + folder + " cannot be used", trouble);
        }
    }
}
