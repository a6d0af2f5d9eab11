package io.sojourn.sessions.kept;

import io.sojourn.eventlog.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one flush keeps, to be saved all or nothing.
 *
 * @param sessions every session that changed, as it is now
 * @param blocks already written and forced
 * @param visitors whose ids were sent in them
 * @param told by sites' own servers
 * @param position up to where the log was read; null when nothing was read
 * @param nextSegment below it all segment numbers are used up
 */
public record Flushed(
        List<KeptSession> sessions,
        List<KeptBlock> blocks,
        List<SessionVisitor> visitors,
        List<SetAside> aside,
        List<ServerFact> told,
        @Nullable Position position,
        long nextSegment) {
    public Flushed {
        sessions = List.copyOf(sessions);
        blocks = List.copyOf(blocks);
        visitors = List.copyOf(visitors);
        aside = List.copyOf(aside);
        told = List.copyOf(told);
    }
}
