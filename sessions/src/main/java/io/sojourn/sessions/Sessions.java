package io.sojourn.sessions;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import java.util.Optional;

/** Kept sessions, by name. Any thread. */
public interface Sessions {
    /**
     * The session as one lane tells it, up to the last flush. Empty when there is no such session, or when nothing of that
     * lane was sent or is still kept.
     */
    Optional<Session> find(int siteId, Id128 session, Lane lane);
}
