package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.OpReader;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.dom.ProgramRefused;
import java.util.List;

/**
 * One document's recording, safe to show: nothing in it can run or fetch. Moments are ms on the document's clock. Never
 * changes; any thread. Takes about as much memory as the recording did on its way here.
 */
public final class Tape {
    private final List<Segment> segments;
    private final int end;

    Tape(List<Segment> segments, int end) {
        this.segments = List.copyOf(segments);
        this.end = end;
    }

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** When the first picture begins. @throws IndexOutOfBoundsException when the tape is empty */
    public int start() {
        return segments.get(0).from();
    }

    /** When the last event ends. */
    public int end() {
        return end;
    }

    /** The moments from which the tape can be played without what comes before. */
    public List<Integer> keyframes() {
        return segments.stream().map(Segment::from).toList();
    }

    public long bytes() {
        return segments.stream().mapToLong(segment -> segment.deflated().length).sum();
    }

    /** What a tape is played to. Trees in operations are the viewer's to keep. */
    public interface Viewer {
        void changed(int at, List<Op> ops);

        /** Anything but operations: pointer, scrolling, viewport. */
        void happened(Event event);
    }

    /**
     * Plays from the last keyframe at or before {@code from} up to and with {@code until}; the first picture is always
     * played. The viewer is handed a whole snapshot first.
     */
    public void play(int from, int until, Viewer viewer) {
        int first = segmentAt(from);
        for (int i = first; i < segments.size(); i++) {
            if (i > first && segments.get(i).from() > until) {
                return;
            }
            play(segments.get(i), i == first, until, viewer);
        }
    }

    private static void play(Segment segment, boolean withKeyframe, int until, Viewer viewer) {
        OpReader reader = new OpReader(OpReader.Origin.SERVER);
        List<Event> events = segment.events();
        int opening = Math.max(1, segment.repeated());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.getAt() > until && i >= opening) {
                return;
            }
            boolean told = withKeyframe || i >= segment.repeated();
            if (event.hasDomOps()) {
                List<Op> ops = read(reader, event);
                if (told) {
                    viewer.changed(event.getAt(), ops);
                }
            } else if (told) {
                viewer.happened(event);
            }
        }
    }

    private static List<Op> read(OpReader reader, Event event) {
        try {
            return reader.read(event.getDomOps());
        } catch (ProgramRefused ourOwnWriting) {
            throw new IllegalStateException("a tape holds a program that cannot be read", ourOwnWriting);
        }
    }

    /** The document as it stood then, or as it first stood when that is later. */
    public Page pageAt(int moment) {
        OpApplier page = new OpApplier(new Page());
        play(moment, moment, new PageViewer(page));
        return page.page();
    }

    private int segmentAt(int moment) {
        int found = 0;
        while (found + 1 < segments.size() && segments.get(found + 1).from() <= moment) {
            found++;
        }
        return found;
    }
}
