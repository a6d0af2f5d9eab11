package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.Sessions;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.kept.wire.KeptBatch;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import java.util.List;
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
        return segments.whileReading(() -> load(new SessionKey(siteId, session), lane))
                .flatMap(loaded -> rebuilder.rebuild(loaded.session(), lane, loaded.batches()));
    }

    private record Loaded(KeptSession session, List<KeptBatch> batches) {}

    private Optional<Loaded> load(SessionKey key, Lane lane) {
        return index.find(key, lane).map(found -> new Loaded(found.session(), segments.read(found.blocks())));
    }
}
