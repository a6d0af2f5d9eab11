package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.KeyPress;
import io.sojourn.sessions.TimedEvent;
import org.jspecify.annotations.Nullable;

/** After a key was pressed, what had the focus was gone and nothing took it: the next Tab begins at the top. Once a page view. */
final class LostFocusDetector implements SignalDetector {
    private static final long SOON = 1_000;

    private final View view;
    private final Findings findings;
    private @Nullable Long pressedOn;
    private long pressedAt = Long.MIN_VALUE / 2;
    private boolean told;

    LostFocusDetector(View view, Findings findings) {
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasKeyPress()) {
            KeyPress press = timed.event().getKeyPress();
            pressedOn = view.element(press.getElement());
            pressedAt = timed.at();
        } else if (timed.event().getFocusStop().getLost() && timed.at() - pressedAt <= SOON && !told) {
            told = true;
            findings.add(new Signal(Signal.Kind.LOST_FOCUS, pressedOn, pressedAt, 0, 1));
        }
    }
}
