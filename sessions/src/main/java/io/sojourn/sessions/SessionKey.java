package io.sojourn.sessions;

import io.sojourn.eventlog.Id128;

/** Names one session: ids are made in browsers, so the same id at two sites means two sessions. */
public record SessionKey(int siteId, Id128 id) {
    @Override
    public String toString() {
        return siteId + "/" + id;
    }
}
