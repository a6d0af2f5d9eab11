package io.sojourn.replay.script;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/** One document of a visit in one lane, said aloud. Moments are ms since the visit's start. */
public final class Visit {
    public static final long START = 1_700_000_000_000L;

    private final long id;
    private final long startedAt;
    private final List<TimedEvent> events = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private Visit(long id, long startedAt) {
        this.id = id;
        this.startedAt = startedAt;
    }

    public static Visit document(long id) {
        return new Visit(id, START);
    }

    public static Visit document(long id, long openedAt) {
        return new Visit(id, START + openedAt);
    }

    public Visit at(long moment, DomOps ops) {
        return at(moment, Event.newBuilder().setDomOps(ops));
    }

    public Visit at(long moment, Agent written) {
        return at(moment, written.take());
    }

    public Visit at(long moment, Event.Builder event) {
        long at = START + moment;
        events.add(new TimedEvent(
                at, event.setAt((int) Math.max(0, at - startedAt)).build()));
        return this;
    }

    public Visit missing(long moment) {
        gaps.add(new Gap(events.size(), START + moment, Gap.Reason.MISSING, ""));
        return this;
    }

    public Document document() {
        return new Document(id, 7, startedAt, events, gaps);
    }

    public static Session playback(Visit... documents) {
        return session(Lane.PLAYBACK, documents);
    }

    public static Session analysis(Visit... documents) {
        return session(Lane.ANALYSIS, documents);
    }

    private static Session session(Lane lane, Visit... visits) {
        List<Document> documents = List.of(visits).stream().map(Visit::document).toList();
        long end = documents.stream()
                .flatMap(document -> document.events().stream())
                .mapToLong(TimedEvent::at)
                .max()
                .orElse(START);
        Client client = new Client(Device.DESKTOP, "Firefox", "Linux", "en", "", false);
        return new Session(1, new Id128(1, 2), lane, null, START, end, true, client, documents);
    }
}
