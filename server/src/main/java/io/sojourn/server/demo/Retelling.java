package io.sojourn.server.demo;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;

/**
 * One recorded visit told again: by another visitor, at another time and {@link Tempo}, with a hand that lands a little beside. What
 * happened, and in which order, stays. For one thread, for one telling.
 */
final class Retelling {
    private static final int WIDEST = 32_767;
    private static final double HAND = WIDEST * 0.06;
    /** Where people come from, as often as they do; empty is typed or bookmarked. */
    private static final List<String> SOURCES = List.of(
            "",
            "",
            "",
            "https://www.google.com/",
            "https://www.google.com/",
            "https://duckduckgo.com/",
            "https://www.instagram.com/",
            "https://lampen-und-licht.example/");

    /** What is told to whom and when. {@code origin} is where the shop stands now. */
    record Occasion(String siteKey, String origin, Visitor visitor, Instant startsAt, boolean withPlayback) {}

    private final RecordedVisit visit;
    private final Occasion occasion;
    private final RandomGenerator random;
    private final Tempo tempo;
    private final String source;
    private final Map<ByteString, ByteString> ids = new HashMap<>();
    private final Map<ByteString, RetoldTimes> durations = new HashMap<>();

    Retelling(RecordedVisit visit, Occasion occasion, RandomGenerator random) {
        this.visit = visit;
        this.occasion = occasion;
        this.random = random;
        this.tempo = Tempo.random(visit, random);
        this.source = SOURCES.get(random.nextInt(SOURCES.size()));
    }

    /** The batches of this telling, in the order they were recorded. */
    List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        for (RecordedBatch batch : visit.batches()) {
            if (occasion.withPlayback() || batch.header().getLane() != Lane.PLAYBACK) {
                long at = moved(visit.startedAt() + batch.arrivedAfter());
                arrivals.add(new Arrival(Instant.ofEpochMilli(at), occasion.visitor(), told(batch)));
            }
        }
        return arrivals;
    }

    private byte[] told(RecordedBatch batch) {
        Batch header = batch.header();
        long pageStartedAt = header.getPageStartedAt();
        RetoldTimes times = durations.computeIfAbsent(
                header.getDocumentId(),
                first -> new RetoldTimes(at -> moved(pageStartedAt + at) - moved(pageStartedAt)));
        EventList.Builder events = EventList.newBuilder();
        for (Event event : batch.events().getEventsList()) {
            // The recorded hands were a program's, and say so; the people told of here are not.
            if (!event.hasBehaviour()) {
                events.addEvents(told(event, pageStartedAt, times));
            }
        }
        Batch.Builder told = header.toBuilder()
                .setSiteKey(occasion.siteKey())
                .setSessionId(renamed(header.getSessionId()))
                .setTabId(renamed(header.getTabId()))
                .setDocumentId(renamed(header.getDocumentId()))
                .setSentAt(moved(header.getSentAt()))
                .setPageStartedAt(moved(pageStartedAt));
        if (!header.getVisitorId().isEmpty()) {
            told.setVisitorId(occasion.visitor().id());
        }
        return Payloads.pack(told.build(), events.build(), Deflater.BEST_SPEED);
    }

    private Event told(Event event, long pageStartedAt, RetoldTimes times) {
        long at = moved(pageStartedAt + Integer.toUnsignedLong(event.getAt())) - moved(pageStartedAt);
        Event.Builder told = event.toBuilder().setAt((int) at);
        times.tell(event, told);
        switch (event.getKindCase()) {
            case PAGE_VIEW -> told.setPageView(told(event.getPageView()));
            case CLICK -> told.setClick(told(told.getClick()));
            case POINTER_PATH -> told.setPointerPath(way(event, pageStartedAt));
            case DOM_OPS -> told.setDomOps(told(event.getDomOps()));
            default -> {}
        }
        return told.build();
    }

    private PageView told(PageView view) {
        String referrer = view.getReferrer().isEmpty() ? source : here(view.getReferrer());
        return view.toBuilder()
                .setUrl(here(view.getUrl()))
                .setReferrer(referrer)
                .setRecorded(view.getRecorded() && occasion.withPlayback())
                .build();
    }

    private Click told(Click click) {
        Click.Builder told = click.toBuilder();
        if (!occasion.withPlayback()) {
            told.clearNode();
        }
        return click.getPointer() == PointerKind.KEYBOARD
                ? told.build()
                : told.setX(beside(click.getX())).setY(beside(click.getY())).build();
    }

    /** The way from point to point takes as long as the time between them now does. */
    private PointerPath way(Event event, long pageStartedAt) {
        PointerPath.Builder told = event.getPointerPath().toBuilder().clearDt();
        long at = pageStartedAt + Integer.toUnsignedLong(event.getAt());
        for (int dt : event.getPointerPath().getDtList()) {
            told.addDt((int) (moved(at + dt) - moved(at)));
            at += dt;
        }
        return told.build();
    }

    private DomOps told(DomOps ops) {
        DomOps.Builder told = ops.toBuilder();
        for (int i = 0; i < ops.getTextCount(); i++) {
            if (ops.getText(i).startsWith(visit.origin())) {
                told.setText(i, here(ops.getText(i)));
            }
        }
        return told.build();
    }

    private int beside(int place) {
        return (int) Math.max(0, Math.min(WIDEST, place + random.nextGaussian() * HAND));
    }

    private String here(String address) {
        return address.startsWith(visit.origin())
                ? occasion.origin() + address.substring(visit.origin().length())
                : address;
    }

    /** The same moment of the visit, in epoch ms of this telling. */
    private long moved(long recordedAt) {
        return occasion.startsAt().toEpochMilli() + tempo.moved(recordedAt - visit.startedAt());
    }

    private ByteString renamed(ByteString id) {
        return ids.computeIfAbsent(id, old -> RandomBytes.next(random, old.size()));
    }
}
