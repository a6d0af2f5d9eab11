package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.sessions.TimedEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the clicks of one page view together with what they led to. The agent does not watch a click on what it watches
 * already; the silence that followed the watched one is taken for both. One thread, clicks in their order.
 */
final class ClickReader {
    private final ClickRules rules;
    private final Map<Integer, Outcome> outcomes;
    private final Map<Long, VisitorClick> watched = new HashMap<>();

    /** @param outcomes of the document, by click id */
    ClickReader(ClickRules rules, Map<Integer, Outcome> outcomes) {
        this.rules = rules;
        this.outcomes = outcomes;
    }

    /** @param element as the facts name it; null when it could not be named */
    VisitorClick read(TimedEvent timed, @Nullable Long element) {
        Click click = timed.event().getClick();
        Outcome told = outcomes.get(click.getId());
        if (told == null) {
            return new VisitorClick(timed.at(), element, click, assumed(timed.at(), element));
        }
        VisitorClick read = new VisitorClick(timed.at(), element, click, told);
        if (element != null) {
            watched.put(element, read);
        }
        return read;
    }

    private Outcome assumed(long at, @Nullable Long element) {
        VisitorClick before = element == null ? null : watched.get(element);
        if (before == null || at - before.at() >= rules.repeatSpared()) {
            return Outcome.UNKNOWN;
        }
        return before.outcome().forClickAfter(Math.max(0, at - before.at()), rules);
    }
}
