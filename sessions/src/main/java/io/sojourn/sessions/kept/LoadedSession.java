package io.sojourn.sessions.kept;

import java.util.List;

/** A session as the index has it. */
public record LoadedSession(KeptSession session, List<KeptBlock> blocks) {
    public LoadedSession {
        blocks = List.copyOf(blocks);
    }
}
