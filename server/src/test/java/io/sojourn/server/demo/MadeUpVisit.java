package io.sojourn.server.demo;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Engagement;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Visits made by hand for tests: two documents, clicks at the edges of an element, and a recording. */
final class MadeUpVisit {
    static final String ORIGIN = "http://127.0.0.1:4000";
    private static final long STARTED_AT = 1_700_000_000_000L;

    private MadeUpVisit() {}

    static RecordedVisit on(String device, String userAgent) {
        List<RecordedBatch> batches = new ArrayList<>();
        for (int document = 0; document < 2; document++) {
            int after = document * 20_000;
            batches.add(
                    batch(document, Lane.ANALYSIS, 0, after + 2_000, view(), click(1_500, 0), click(1_500, 32_767)));
            batches.add(batch(document, Lane.PLAYBACK, 0, after + 2_100, page()));
            batches.add(batch(document, Lane.ANALYSIS, 1, after + 9_000, click(7_000, 16_000), engaged(8_000)));
        }
        return new RecordedVisit(1, "buyer", device, userAgent, ORIGIN, STARTED_AT, batches);
    }

    private static RecordedBatch batch(int document, Lane lane, int sequence, int after, Event... events) {
        Batch header = Batch.newBuilder()
                .setSiteKey("recorded")
                .setVisitorId(id(16, 1))
                .setSessionId(id(16, 2))
                .setTabId(id(8, 3))
                .setDocumentId(id(8, 10 + document))
                .setLane(lane)
                .setSequence(sequence)
                .setSentAt(STARTED_AT + after)
                .setPageStartedAt(STARTED_AT + document * 20_000L)
                .build();
        return new RecordedBatch(
                after,
                header,
                EventList.newBuilder().addAllEvents(List.of(events)).build());
    }

    private static Event view() {
        return Event.newBuilder()
                .setAt(100)
                .setPageView(PageView.newBuilder().setUrl(ORIGIN + "/shop").setRecorded(true))
                .build();
    }

    private static Event click(int at, int place) {
        Click click = Click.newBuilder()
                .setX(place)
                .setY(place)
                .setPointer(PointerKind.MOUSE)
                .setNode(7)
                .build();
        return Event.newBuilder().setAt(at).setClick(click).build();
    }

    private static Event engaged(int millis) {
        return Event.newBuilder()
                .setAt(millis)
                .setEngagement(Engagement.newBuilder().setEngagedMs(millis))
                .build();
    }

    private static Event page() {
        DomOps ops = DomOps.newBuilder()
                .addCode(1)
                .addText(ORIGIN + "/shop")
                .addText("see " + ORIGIN)
                .build();
        return Event.newBuilder().setAt(300).setDomOps(ops).build();
    }

    private static ByteString id(int length, int filledWith) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) filledWith);
        return ByteString.copyFrom(bytes);
    }
}
