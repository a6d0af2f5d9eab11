package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpWriter;
import java.util.List;

/** Writes a stretch of a tape as one list of events, for a player that starts from nothing. One use per stretch. */
public final class PlayerStream implements Tape.Viewer {
    private final OpWriter writer = new OpWriter();
    private final EventList.Builder events = EventList.newBuilder();

    private PlayerStream() {}

    /** A serialized {@code sojourn.EventList}: a snapshot, then everything up to {@code until}. */
    public static byte[] of(Tape tape, int from, int until) {
        PlayerStream stream = new PlayerStream();
        tape.play(from, until, stream);
        return stream.events.build().toByteArray();
    }

    @Override
    public void changed(int at, List<Op> ops) {
        ops.forEach(writer::write);
        events.addEvents(Event.newBuilder().setAt(at).setDomOps(writer.take()));
    }

    @Override
    public void happened(Event event) {
        events.addEvents(event);
    }
}
