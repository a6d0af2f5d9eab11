package io.sojourn.collector;

import java.io.IOException;

/** Knows how full the disk is. Looking is for one background thread, asking for any. */
public final class DiskWatch {
    private final Disk disk;
    private final Marks marks;
    private volatile State state = State.ROOM;

    /** How much room there is. */
    public interface Disk {
        /** Bytes this process may still write. */
        long freeBytes() throws IOException;
    }

    /**
     * @param playback below so many free bytes recordings are refused
     * @param all below so many everything is
     */
    public record Marks(long playback, long all) {
        /** One gigabyte, and a quarter of it. */
        public static final Marks DEFAULT = new Marks(1L << 30, 256L << 20);

        public Marks {
            if (all < 0 || playback < all) {
                throw new IllegalArgumentException(
                        "receiving.refuseBelowMb is 0 or more, receiving.refuseRecordingsBelowMb not less than that.");
            }
        }
    }

    /** What may still be taken. */
    public enum State {
        ROOM,
        LOW,
        FULL
    }

    public DiskWatch(Disk disk, Marks marks) {
        this.disk = disk;
        this.marks = marks;
    }

    /** Looks at the disk; a disk that cannot be asked is as it was. Blocks as long as the disk does. */
    public void look() {
        try {
            state = stateOf(disk.freeBytes());
        } catch (IOException unknown) {
            // an append will tell
        }
    }

    public State state() {
        return state;
    }

    boolean refuses(boolean playback) {
        State now = state;
        return now == State.FULL || (playback && now == State.LOW);
    }

    private State stateOf(long free) {
        if (free < marks.all()) {
            return State.FULL;
        }
        return free < marks.playback() ? State.LOW : State.ROOM;
    }
}
