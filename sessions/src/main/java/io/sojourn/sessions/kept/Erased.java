package io.sojourn.sessions.kept;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;

/** Who was erased: nothing of theirs that still comes is kept. */
public interface Erased {
    boolean hasSession(SessionKey session);

    boolean hasVisitor(int site, Id128 visitor);
}
