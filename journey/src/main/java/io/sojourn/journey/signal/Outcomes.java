package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clicks of a session led to, by document: it is told when it is known, which may be in a later page view of the
 * same document. What is seen only after the visitor pressed something else is that press's doing: a click that nothing
 * answered until then was not answered.
 */
final class Outcomes {
    private final Map<Long, Map<Integer, Outcome>> byDocument = new HashMap<>();

    private record Press(long at, Click click) {
        static Press of(TimedEvent timed) {
            Click click = timed.event().getClick();
            return new Press(timed.at() - Integer.toUnsignedLong(click.getPressedBeforeMs()), click);
        }
    }

    Outcomes(Session session, ClickRules rules) {
        for (Document document : session.documents()) {
            List<Press> presses = document.events().stream()
                    .filter(timed -> timed.event().hasClick())
                    .map(Press::of)
                    .toList();
            Map<Integer, Long> untilNext = untilNext(presses);
            Map<Integer, Outcome> byClick = byDocument.computeIfAbsent(document.id(), first -> new HashMap<>());
            for (TimedEvent timed : document.events()) {
                if (timed.event().hasClickOutcome()) {
                    ClickOutcome told = timed.event().getClickOutcome();
                    long until = untilNext.getOrDefault(told.getClick(), Long.MAX_VALUE);
                    byClick.putIfAbsent(told.getClick(), Outcome.of(told, until, rules));
                }
            }
        }
    }

    /** How long after each press something else was pressed, by click id. */
    private static Map<Integer, Long> untilNext(List<Press> presses) {
        Map<Integer, Long> until = new HashMap<>();
        List<Press> open = new ArrayList<>();
        for (Press press : presses) {
            open.removeIf(earlier -> {
                boolean other =
                        !earlier.click().getElement().equals(press.click().getElement());
                if (other) {
                    until.put(earlier.click().getId(), press.at() - earlier.at());
                }
                return other;
            });
            open.add(press);
        }
        return until;
    }

    /** By click id. */
    Map<Integer, Outcome> in(long document) {
        return byDocument.getOrDefault(document, Map.of());
    }
}
