package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * What the clicks of a session led to, by document: it is told when it is known, which may be in a later page view of the
 * same document.
 */
final class Outcomes {
    private final Map<Long, Map<Integer, Outcome>> byDocument = new HashMap<>();

    Outcomes(Session session, ClickRules rules) {
        for (Document document : session.documents()) {
            Map<Integer, Outcome> byClick = byDocument.computeIfAbsent(document.id(), first -> new HashMap<>());
            for (TimedEvent timed : document.events()) {
                if (timed.event().hasClickOutcome()) {
                    ClickOutcome told = timed.event().getClickOutcome();
                    byClick.putIfAbsent(told.getClick(), Outcome.of(told, rules));
                }
            }
        }
    }

    /** By click id. */
    Map<Integer, Outcome> in(long document) {
        return byDocument.getOrDefault(document, Map.of());
    }
}
