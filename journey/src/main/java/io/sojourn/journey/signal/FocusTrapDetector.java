package io.sojourn.journey.signal;

import io.sojourn.sessions.TimedEvent;
import java.util.HashSet;
import java.util.Set;

/** Tabbing on and on among the same few elements: no way out by keyboard. Any other act ends the count. */
final class FocusTrapDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Findings findings;
    private final Set<Long> among = new HashSet<>();
    private long firstAt;
    private int stops;
    private boolean told;

    FocusTrapDetector(Limits limits, View view, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasClick() || timed.event().hasFieldInput()) {
            stops = 0;
        } else if (timed.event().hasFocusStop() && !timed.event().getFocusStop().getLost()) {
            Long element = view.element(timed.event().getFocusStop().getElement());
            if (element != null) {
                stop(element, timed.at());
            }
        }
    }

    private void stop(Long element, long at) {
        if (stops == 0 || among.size() == limits.count("focus_trap.elements") && !among.contains(element)) {
            among.clear();
            stops = 0;
            firstAt = at;
        }
        among.add(element);
        stops++;
        if (stops >= limits.count("focus_trap.stops") && !told) {
            told = true;
            findings.add(new Signal(Signal.Kind.FOCUS_TRAP, element, firstAt, Math.max(0, at - firstAt), stops));
        }
    }
}
