package io.sojourn.benchmarks.replay;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** The recordings of the visits that are shipped with the demo, as sessions of their PLAYBACK lane. */
final class DemoVisits {
    private static final String FOLDER = "/io/sojourn/server/demo/visits/";

    private DemoVisits() {}

    static List<Session> all() throws IOException {
        List<Session> visits = new ArrayList<>();
        for (String line :
                new String(resource("list.txt"), StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank()) {
                visits.add(read(resource(line.strip().split(" ", 2)[1])));
            }
        }
        return visits;
    }

    private static Session read(byte[] file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            in.readInt(); // the format's name
            for (int text = 0; text < 4; text++) {
                in.readUTF(); // persona, device, user agent, origin
            }
            long startedAt = in.readLong();
            Map<Long, List<TimedEvent>> documents = new LinkedHashMap<>();
            while (in.available() > 0) {
                in.readInt(); // when it arrived
                Batch batch = Batch.parseFrom(in.readNBytes(in.readInt()));
                if (batch.getLane() == Lane.PLAYBACK) {
                    long id = batch.getDocumentId().asReadOnlyByteBuffer().getLong();
                    documents.computeIfAbsent(id, fresh -> new ArrayList<>()).addAll(events(batch));
                }
            }
            return session(startedAt, documents);
        }
    }

    private static List<TimedEvent> events(Batch batch) throws IOException {
        InputStream payload = batch.getPayload().newInput();
        EventList list =
                EventList.parseFrom(batch.getCodec() == Codec.DEFLATE ? new InflaterInputStream(payload) : payload);
        List<TimedEvent> events = new ArrayList<>();
        for (Event event : list.getEventsList()) {
            events.add(new TimedEvent(batch.getPageStartedAt() + Integer.toUnsignedLong(event.getAt()), event));
        }
        return events;
    }

    private static Session session(long startedAt, Map<Long, List<TimedEvent>> events) {
        List<Document> documents = new ArrayList<>();
        events.forEach((id, each) -> documents.add(
                new Document(id, 7, each.get(0).at() - each.get(0).event().getAt(), each, List.of())));
        long end = documents.stream()
                .flatMap(document -> document.events().stream())
                .mapToLong(TimedEvent::at)
                .max()
                .orElse(startedAt);
        Client client = new Client(Device.DESKTOP, "Firefox", "Linux", "en", "", false);
        return new Session(1, new Id128(1, 2), Lane.PLAYBACK, null, startedAt, end, true, client, documents);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DemoVisits.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("the demo lacks " + name);
            }
            return in.readAllBytes();
        }
    }
}
