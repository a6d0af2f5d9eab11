package io.sojourn.sessions;

import io.sojourn.eventlog.wire.Event;

/** An event and when it happened: epoch ms, clock-corrected. */
public record TimedEvent(long at, Event event) {}
