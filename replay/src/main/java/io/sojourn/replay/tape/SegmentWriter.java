package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpWriter;
import io.sojourn.replay.dom.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a tape into segments. A keyframe is due once the changes since the last one are longer than the last one: so a seek
 * reads at most about twice the page, and all keyframes together are no longer than the recording.
 */
final class SegmentWriter {
    /** Small pages would else be written again and again. */
    private static final int LEAST = 64 << 10;

    private final Page page;
    private final ScreenState screen = new ScreenState();
    private final List<Segment> finished = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private OpWriter writer = new OpWriter();
    private int from;
    private int repeated;
    private long keyframeBytes;
    private long bytes;

    /** @param page what the operations have led to so far */
    SegmentWriter(Page page) {
        this.page = page;
    }

    /** The operations that follow are a snapshot of the recording itself. */
    void beginWithSnapshot(int at) {
        cut(at);
        screen.forgetScrolls();
        keyframeBytes = 0;
    }

    void beginWithKeyframeIfDue(int at) {
        if (bytes <= Math.max(LEAST, 2 * keyframeBytes)) {
            return;
        }
        cut(at);
        writer.snapshot(page);
        endProgram(at);
        screen.events(at, page).forEach(this::add);
        repeated = events.size();
        keyframeBytes = bytes;
    }

    void write(Op op) {
        writer.write(op);
    }

    void endProgram(int at) {
        if (!writer.isEmpty()) {
            add(Event.newBuilder().setAt(at).setDomOps(writer.take()).build());
        }
        if (keyframeBytes == 0) {
            keyframeBytes = bytes; // a snapshot that comes in parts is taken for a smaller one; that is cheap
        }
    }

    void write(Event event) {
        screen.see(event);
        add(event);
    }

    List<Segment> finish() {
        cut(from);
        return finished;
    }

    private void add(Event event) {
        events.add(event);
        bytes += event.getSerializedSize();
    }

    private void cut(int at) {
        if (!events.isEmpty()) {
            finished.add(Segment.of(from, repeated, events));
        }
        events = new ArrayList<>();
        writer = new OpWriter();
        from = at;
        repeated = 0;
        bytes = 0;
    }
}
