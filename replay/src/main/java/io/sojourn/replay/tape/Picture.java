package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.OpWriter;
import io.sojourn.replay.dom.Page;
import java.util.ArrayList;
import java.util.List;

/** A document at one moment with what is needed to see it: viewport, scrolling, pointer. Grows as a tape is played to it. */
final class Picture implements Tape.Viewer {
    private final Page page = new Page();
    private final PageViewer viewer = new PageViewer(new OpApplier(page));
    private final ScreenState screen = new ScreenState();

    Page page() {
        return page;
    }

    @Override
    public void changed(int at, List<Op> ops) {
        if (!ops.isEmpty() && ops.get(0) instanceof Op.Reset) {
            screen.forgetScrolls();
        }
        viewer.changed(at, ops);
    }

    @Override
    public void happened(Event event) {
        screen.see(event);
        viewer.happened(event);
    }

    /** The same as the events of a keyframe at that moment. */
    List<Event> keyframe(int at, OpWriter writer) {
        List<Event> events = new ArrayList<>();
        writer.snapshot(page);
        events.add(Event.newBuilder().setAt(at).setDomOps(writer.take()).build());
        events.addAll(screen.events(at, page));
        return events;
    }
}
