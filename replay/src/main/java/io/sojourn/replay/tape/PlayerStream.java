package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpWriter;
import java.util.List;

/** Writes a stretch of a tape as one list of events. One use per stretch. */
public final class PlayerStream implements Tape.Viewer {
    /**
     * A player that starts anywhere has at most so much to catch up on. Where the tape has no keyframe as near as that, one is
     * made on the spot, at multiples of this, so that viewers who jump about in one place ask for the same.
     */
    static final int CATCH_UP_MS = 2_000;

    private final OpWriter writer = new OpWriter();
    private final EventList.Builder events = EventList.newBuilder();

    private PlayerStream() {}

    /** A serialized {@code sojourn.EventList} for a player that starts from nothing: a snapshot, then everything up to {@code until}. */
    public static byte[] of(Tape tape, int from, int until) {
        PlayerStream stream = new PlayerStream();
        int made = from - from % CATCH_UP_MS;
        if (tape.keyframeBefore(from) >= made || made <= tape.start()) {
            tape.play(from, until, stream);
        } else {
            stream.events.addAllEvents(tape.pictureAt(made).keyframe(made, stream.writer));
            tape.playAfter(made, until, stream);
        }
        return stream.events.build().toByteArray();
    }

    /** The same for a player that stands at {@code after}: only what happened later, up to and with {@code until}. */
    public static byte[] after(Tape tape, int after, int until) {
        PlayerStream stream = new PlayerStream();
        tape.playAfter(after, until, stream);
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
