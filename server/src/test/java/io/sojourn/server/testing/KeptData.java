package io.sojourn.server.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.follow.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a data folder, read through and through: its files as they are, its log inflated, its sessions unpacked. */
public final class KeptData implements AutoCloseable {
    private final Path copy;
    private final EventLog log;
    private final SessionsModule sessions;

    private KeptData(Path copy) {
        this.copy = copy;
        log = ChronicleEventLog.open(copy.resolve("log"));
        sessions = new SessionsModule(
                copy.resolve("sessions"),
                log,
                new SimpleMeterRegistry(),
                InstantSource.system(),
                List.of(),
                128,
                Retention.DEFAULT);
    }

    public static KeptData copyOf(Path data) throws IOException {
        Path copy = Files.createTempDirectory("kept-data");
        try (Stream<Path> all = Files.walk(data)) {
            for (Path from : all.sorted().toList()) {
                Path to = copy.resolve(data.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        return new KeptData(copy);
    }

    public List<byte[]> files() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    public List<byte[]> loggedPayloads() throws IOException, LogGap {
        List<byte[]> payloads = new ArrayList<>();
        try (LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                payloads.add(DecodedBatch.payload(Batch.parseFrom(entry.batch())));
            }
        }
        return payloads;
    }

    /** Every event of both lanes, serialized. */
    public List<byte[]> events(int site, Id128 session) {
        List<byte[]> events = new ArrayList<>();
        for (Lane lane : List.of(Lane.ANALYSIS, Lane.PLAYBACK)) {
            sessions.sessions().find(site, session, lane).orElseThrow().documents().stream()
                    .flatMap(document -> document.events().stream())
                    .forEach(timed -> events.add(timed.event().toByteArray()));
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        sessions.close();
        log.close();
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
