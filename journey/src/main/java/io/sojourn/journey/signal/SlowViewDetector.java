package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.Vital;
import io.sojourn.sessions.TimedEvent;

/**
 * A page that showed late (SIGNALS 7.2): its largest part after four seconds, its first byte after 1.8 s, or nothing at all
 * when the visitor left later than that. It begins when it was late, not when it was told, which is at the end: else it would
 * look as if whoever leaves had met a slow page.
 */
final class SlowViewDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Findings findings;
    private float lcp;
    private float ttfb;
    private boolean painted;
    private boolean acted;
    private long hiddenAfter;

    SlowViewDetector(Limits limits, View view, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        Vital vital = timed.event().getVital();
        switch (vital.getName()) {
            case LCP -> lcp = vital.getValue();
            case TTFB -> ttfb = vital.getValue();
            default -> {}
        }
        painted |= vital.getName() == Vital.Name.LCP || vital.getName() == Vital.Name.FCP;
        acted |= timed.event().hasClick()
                || timed.event().hasScroll()
                || timed.event().hasFieldFocus();
        Lifecycle.State state = timed.event().getLifecycle().getState();
        if (hiddenAfter == 0 && (state == Lifecycle.State.HIDDEN || state == Lifecycle.State.LEFT)) {
            hiddenAfter = timed.at() - view.visit().startedAt();
        }
    }

    @Override
    public void ended() {
        long lateLcp = limits.ms("vitals.lcp_poor_ms");
        long lateTtfb = limits.ms("vitals.ttfb_poor_ms");
        boolean never = !painted && !acted && ttfb > 0 && hiddenAfter > lateLcp;
        if (lcp > lateLcp || never) {
            found(lateLcp, (long) Math.max(lcp, never ? hiddenAfter : 0) - lateLcp);
        } else if (ttfb > lateTtfb) {
            found(lateTtfb, (long) ttfb - lateTtfb);
        }
    }

    private void found(long lateAfter, long lost) {
        findings.add(
                new Signal(Signal.Kind.SLOW_VIEW, null, view.visit().startedAt() + lateAfter, Math.max(0, lost), 1));
    }
}
