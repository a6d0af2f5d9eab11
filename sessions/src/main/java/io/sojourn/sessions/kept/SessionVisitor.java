package io.sojourn.sessions.kept;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;

/** Somebody's id was sent in a session. A session of somebody who consents midway has an id only then. */
public record SessionVisitor(SessionKey key, Id128 visitor) {}
