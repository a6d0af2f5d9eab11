package io.sojourn.benchmarks.sessions;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Engagement;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.Scroll;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Batches of a crowd: so many sessions open at any time, each of which sends {@value #BATCHES} batches and makes room for the
 * next. Four of five batches are events, one is a recording's. One thread; the same seed makes the same crowd.
 */
final class MadeUpBatches {
    static final int BATCHES = 20;
    static final int EVENTS_PER_BATCH = 10;
    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final Random random = new Random(1);
    private final long[] session;
    private final int[] sent;
    private long number;
    private int turn;

    MadeUpBatches(int open) {
        session = new long[open];
        sent = new int[open];
        for (int i = 0; i < open; i++) {
            session[i] = ++number;
        }
    }

    /** @param now epoch ms, taken as the time it was received */
    LogRecord next(long now) {
        int i = turn++ % session.length;
        if (sent[i] == BATCHES) {
            session[i] = ++number;
            sent[i] = 0;
        }
        int order = sent[i]++;
        boolean playback = order % 5 == 4;
        Batch batch = Batch.newBuilder()
                .setSiteKey("bench")
                .setVisitorId(id(session[i] % 100_000, 1))
                .setSessionId(id(session[i], 2))
                .setTabId(ByteString.copyFrom(new byte[8]))
                .setDocumentId(ByteString.copyFrom(
                        ByteBuffer.allocate(8).putLong(session[i]).flip()))
                .setLane(playback ? Lane.PLAYBACK : Lane.ANALYSIS)
                .setSequence(playback ? order / 5 : order - order / 5)
                .setSentAt(now)
                .setPageStartedAt(now - order * 5_000L)
                .setCodec(Codec.DEFLATE)
                .setPayload(DemoCrowd.deflated((playback ? recording() : events(order)).toByteArray()))
                .build();
        return new LogRecord(now, 1, CHROME, "192.0.2.0", batch.toByteString().asReadOnlyByteBuffer());
    }

    private static ByteString id(long number, long kind) {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(kind * 0x9E3779B97F4A7C15L)
                .putLong(number)
                .flip());
    }

    private EventList events(int order) {
        EventList.Builder list = EventList.newBuilder();
        int at = order * 5_000;
        for (int i = 0; i < EVENTS_PER_BATCH; i++) {
            list.addEvents(event(order, i).setAt(at + i * 400));
        }
        return list.build();
    }

    private Event.Builder event(int order, int i) {
        if (i == 0 && order % 4 == 0) {
            return Event.newBuilder()
                    .setPageView(PageView.newBuilder()
                            .setUrl("https://shop.example/p/" + random.nextInt(300))
                            .setTitle("Lamp " + random.nextInt(300))
                            .setViewportWidth(1280)
                            .setViewportHeight(800)
                            .setDocumentHeight(4_000)
                            .setVisible(true)
                            .setRecorded(true));
        }
        if (i == EVENTS_PER_BATCH - 1) {
            return Event.newBuilder()
                    .setEngagement(Engagement.newBuilder()
                            .setEngagedMs(1 + order * 4_000)
                            .setVisibleMs(1 + order * 5_000));
        }
        return i % 3 == 1
                ? Event.newBuilder().setClick(click(order * 10 + i))
                : Event.newBuilder().setScroll(scroll());
    }

    private Click click(int id) {
        return Click.newBuilder()
                .setId(id)
                .setElement(Element.newBuilder()
                        .setTag("button")
                        .setId("buy")
                        .setLabel("Add to basket")
                        .setLandmark("main>section>div")
                        .setNthPath("html>body>main>section:nth-of-type(" + random.nextInt(9) + ")>button")
                        .setInteractive(true))
                .setX(random.nextInt(32_768))
                .setY(random.nextInt(32_768))
                .setBox(Box.newBuilder()
                        .setX(random.nextInt(900))
                        .setY(random.nextInt(3_000))
                        .setWidth(160)
                        .setHeight(40))
                .setPointer(PointerKind.MOUSE)
                .setDetail(1)
                .setTrusted(true)
                .build();
    }

    private Scroll scroll() {
        int top = random.nextInt(3_000);
        return Scroll.newBuilder()
                .setTop(top)
                .setViewportHeight(800)
                .setDocumentHeight(4_000)
                .setDeepest(top + 800)
                .build();
    }

    /** Some kilobytes of a page that changes. */
    private EventList recording() {
        DomOps.Builder ops = DomOps.newBuilder();
        for (int i = 0; i < 400; i++) {
            ops.addCode(random.nextInt(200));
        }
        for (int i = 0; i < 20; i++) {
            ops.addText("A paragraph about lamp " + random.nextInt(1_000) + " that somebody reads");
        }
        return EventList.newBuilder()
                .addEvents(Event.newBuilder().setDomOps(ops))
                .build();
    }
}
