package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.Freed;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.store.Erasure;
import io.sojourn.sessions.store.FactStore;
import io.sojourn.sessions.store.FlushSaver;
import io.sojourn.sessions.store.FollowerState;
import io.sojourn.sessions.store.RuleVersions;
import io.sojourn.sessions.store.SessionIndex;
import io.sojourn.sessions.store.SuppressionList;

/** Where the follower keeps what it read. */
public record KeptStore(
        SegmentFolder segments,
        SessionIndex index,
        FlushSaver saver,
        FollowerState state,
        FactStore facts,
        Erasure erasure,
        SuppressionList suppressed,
        RuleVersions ruleVersions) {

    /** Takes back what a flush left behind that did not get to its end. */
    void recover() {
        segments.startAt(state.nextSegment());
        state.nextSegment(segments.next());
        segments.abandon();
        deleteUseless(Lane.ANALYSIS);
        deleteUseless(Lane.PLAYBACK);
    }

    /** Deletes the files of a lane in which no session has a block. */
    Freed deleteUseless(Lane lane) {
        return segments.deleteUnless(lane, index.segments(lane));
    }
}
