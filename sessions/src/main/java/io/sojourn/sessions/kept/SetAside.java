package io.sojourn.sessions.kept;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.Position;

/**
 * A record that was not taken into a session, kept as it came for whoever looks into it.
 *
 * @param behind the place in the log just behind it
 */
public record SetAside(LogRecord entry, Position behind, String reason) {}
