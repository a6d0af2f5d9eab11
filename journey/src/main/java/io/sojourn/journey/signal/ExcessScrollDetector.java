package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.sessions.TimedEvent;

/** Up and down a long page, five times and by half a screen at least (SIGNALS 5.4). */
final class ExcessScrollDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private int turnedAt;
    private int top;
    private int direction;
    private int reversals;
    private long firstAt;
    private long lastAt;
    private boolean tall;

    ExcessScrollDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (!timed.event().hasScroll() || timed.event().getScroll().getProgrammatic()) {
            return;
        }
        Scroll scroll = timed.event().getScroll();
        tall |= scroll.getDocumentHeight() >= 2 * scroll.getViewportHeight();
        int way = Integer.signum(scroll.getTop() - top);
        if (way != 0 && way != direction) {
            turn(timed.at(), scroll.getViewportHeight());
            direction = way;
        }
        top = scroll.getTop();
    }

    private void turn(long at, int viewport) {
        boolean far = Math.abs(top - turnedAt) >= limits.number("excess_scroll.leg_viewport") * viewport;
        if (direction != 0 && far) {
            reversals++;
            firstAt = reversals == 1 ? at : firstAt;
            lastAt = at;
        }
        turnedAt = top;
    }

    @Override
    public void ended() {
        if (tall && reversals >= limits.count("excess_scroll.reversals")) {
            findings.add(
                    new Signal(Signal.Kind.EXCESS_SCROLL, null, firstAt, Math.max(0, lastAt - firstAt), reversals));
        }
    }
}
