package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.KeyPress;
import io.sojourn.sessions.TimedEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Enter or space pressed twice on a control that does not answer to it: dead clicks of those who use no mouse. */
final class DeadKeyDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Map<Integer, Outcome> outcomes;
    private final Findings findings;
    private final Map<Long, Signal> dead = new LinkedHashMap<>();

    DeadKeyDetector(Limits limits, View view, Map<Integer, Outcome> outcomes, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.outcomes = outcomes;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (!timed.event().hasKeyPress()) {
            return;
        }
        KeyPress press = timed.event().getKeyPress();
        boolean presses = press.getKey() == KeyPress.Key.ENTER || press.getKey() == KeyPress.Key.SPACE;
        Outcome outcome = outcomes.getOrDefault(press.getId(), Outcome.UNKNOWN);
        Long element = view.element(press.getElement());
        if (presses && press.getElement().getInteractive() && element != null && outcome.none()) {
            Signal one = new Signal(Signal.Kind.DEAD_KEY, element, timed.at(), outcome.watchedMs(), 1);
            dead.merge(element, one, Signal::upTo);
        }
    }

    @Override
    public void ended() {
        dead.values().stream()
                .filter(signal -> signal.count() >= limits.count("dead.strong_clicks"))
                .forEach(findings::add);
    }
}
