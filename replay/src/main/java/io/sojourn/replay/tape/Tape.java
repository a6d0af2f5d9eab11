package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpReader;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.dom.ProgramRefused;
import java.util.List;

/**
 * One document's recording, safe to show: nothing in it can run or fetch. Moments are ms on the document's clock. Never
 * changes; any thread. Takes about as much memory as the recording did on its way here.
 */
public final class Tape {
    private static final int BEGINNING = -1;

    private final List<Segment> segments;
    private final int whole;
    private final int end;

    Tape(List<Segment> segments, int whole, int end) {
        this.segments = List.copyOf(segments);
        this.whole = whole;
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

    /** When the first picture is whole: before, it is being described. */
    public int whole() {
        return Math.max(start(), whole);
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
            play(segments.get(i), i == first, BEGINNING, until, viewer);
        }
    }

    /** Plays what happened later than {@code after}, up to and with {@code until}, to a viewer who stands at {@code after}. */
    public void playAfter(int after, int until, Viewer viewer) {
        for (int i = segmentAt(after); i < segments.size() && segments.get(i).from() <= until; i++) {
            play(segments.get(i), false, after, until, viewer);
        }
    }

    private static void play(Segment segment, boolean withKeyframe, int after, int until, Viewer viewer) {
        OpReader reader = new OpReader(OpReader.Origin.SERVER);
        List<Event> events = segment.events();
        int opening = Math.max(1, segment.repeated());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.getAt() > until && i >= opening) {
                return;
            }
            boolean told = event.getAt() > after && (withKeyframe || i >= segment.repeated());
            if (event.hasDomOps()) {
                List<Op> ops = read(reader, event); // also when untold: programs count on
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
        return pictureAt(moment).page();
    }

    Picture pictureAt(int moment) {
        Picture picture = new Picture();
        play(moment, moment, picture);
        return picture;
    }

    /** The last moment at or before this one from which the tape can be played without what comes before. */
    int keyframeBefore(int moment) {
        return segments.get(segmentAt(moment)).from();
    }

    private int segmentAt(int moment) {
        int found = 0;
        while (found + 1 < segments.size() && segments.get(found + 1).from() <= moment) {
            found++;
        }
        return found;
    }
}
