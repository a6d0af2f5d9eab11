package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Thrash;
import io.sojourn.sessions.TimedEvent;
import org.jspecify.annotations.Nullable;

/** Two seconds of wild pointer movement within ten (SIGNALS 5.3). Once a page view. */
final class ThrashDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Findings findings;
    private @Nullable TimedEvent last;
    private int windows;
    private boolean told;

    ThrashDetector(Limits limits, View view, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (told || !timed.event().hasThrash() || !wild(timed.event().getThrash())) {
            return;
        }
        boolean near = last != null && timed.at() - last.at() <= limits.ms("thrash.within_ms");
        windows = near ? windows + 1 : 1;
        if (windows >= limits.count("thrash.windows")) {
            told = true;
            long from = last == null ? timed.at() : last.at();
            Long element = view.element(timed.event().getThrash().getElement());
            findings.add(new Signal(Signal.Kind.THRASH, element, from, Math.max(0, timed.at() - from), windows));
        }
        last = timed;
    }

    private boolean wild(Thrash second) {
        return second.getReversals() >= limits.count("thrash.reversals")
                && second.getPathPx() >= limits.number("thrash.path_px")
                && second.getPathPx() >= limits.number("thrash.path_ratio") * second.getDisplacementPx();
    }
}
