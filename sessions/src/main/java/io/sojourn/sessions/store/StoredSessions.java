package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.Sessions;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import java.util.Optional;

/** Kept sessions, read from their blocks and rebuilt on every call. Any thread. */
public final class StoredSessions implements Sessions {
    private final SessionIndex index;
    private final SegmentFolder segments;
    private final SessionRebuilder rebuilder;

    public StoredSessions(SessionIndex index, SegmentFolder segments, SessionRebuilder rebuilder) {
        this.index = index;
        this.segments = segments;
        this.rebuilder = rebuilder;
    }

    @Override
    public Optional<Session> find(int siteId, Id128 session, Lane lane) {
        return index.find(new SessionKey(siteId, session), lane)
                .flatMap(found -> rebuilder.rebuild(found.session(), lane, segments.read(found.blocks())));
    }
}
