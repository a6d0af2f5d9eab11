package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.store.FactStore;
import io.sojourn.sessions.store.FlushSaver;
import io.sojourn.sessions.store.FollowerState;
import io.sojourn.sessions.store.SessionIndex;

/** Where the follower keeps what it read. */
public record KeptStore(
        SegmentFolder segments, SessionIndex index, FlushSaver saver, FollowerState state, FactStore facts) {

    /** Takes back what a flush left behind that did not get to its end. */
    void recover() {
        segments.startAt(state.nextSegment());
        state.nextSegment(segments.next());
        segments.deleteUnless(Lane.ANALYSIS, index.segments(Lane.ANALYSIS));
        segments.deleteUnless(Lane.PLAYBACK, index.segments(Lane.PLAYBACK));
    }
}
