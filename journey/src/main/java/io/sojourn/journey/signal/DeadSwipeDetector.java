package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Swipe;
import io.sojourn.sessions.TimedEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finger moved over something and nothing moved with it (SIGNALS 5.6). At most ten in a page view are looked at. */
final class DeadSwipeDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Map<Integer, Outcome> outcomes;
    private final Findings findings;
    private final Map<Long, Signal> dead = new LinkedHashMap<>();
    private int looked;

    DeadSwipeDetector(Limits limits, View view, Map<Integer, Outcome> outcomes, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.outcomes = outcomes;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (!timed.event().hasSwipe() || looked >= limits.count("dead_swipe.max_per_page")) {
            return;
        }
        looked++;
        Swipe swipe = timed.event().getSwipe();
        Long element = view.element(swipe.getElement());
        boolean far = Math.hypot(swipe.getDx(), swipe.getDy()) >= limits.number("dead_swipe.min_px");
        Outcome outcome = outcomes.getOrDefault(swipe.getId(), Outcome.UNKNOWN);
        if (element != null && far && !swipe.getScrolled() && outcome.none()) {
            Signal one = new Signal(Signal.Kind.DEAD_SWIPE, element, timed.at(), 0, 1);
            dead.merge(
                    element,
                    one,
                    (a, b) -> new Signal(a.kind(), a.element(), a.at(), Math.max(0, b.at() - a.at()), a.count() + 1));
        }
    }

    @Override
    public void ended() {
        dead.values().forEach(findings::add);
    }
}
