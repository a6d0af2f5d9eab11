package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.PointerKind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Two taps or more close beside a control before it was hit: too small, or too near to something else. The counterpart of the
 * wild pointer for fingers.
 */
final class MissedTapDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private final Deque<VisitorClick> missed = new ArrayDeque<>();

    MissedTapDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick tap) {
        if (tap.click().getPointer() != PointerKind.TOUCH) {
            return;
        }
        missed.removeIf(earlier -> tap.msSince(earlier) > limits.ms("missed_tap.within_ms"));
        if (!tap.click().getElement().getInteractive()) {
            missed.addLast(tap);
            return;
        }
        missed.removeIf(earlier -> tap.gapTo(earlier) > limits.number("missed_tap.radius_px"));
        if (tap.element() != null && missed.size() >= limits.count("missed_tap.taps")) {
            VisitorClick first = missed.getFirst();
            findings.add(new Signal(
                    Signal.Kind.MISSED_TAP, tap.element(), first.at(), Math.max(0, tap.msSince(first)), missed.size()));
        }
        missed.clear();
    }
}
