package io.sojourn.journey.signal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dead clicks on controls (SIGNALS 4.2, "unresponsive control"): watched long enough, and nothing happened. One signal for all
 * dead clicks on one control in a page view. What they cost is the time until the visitor clicked something else, at most as
 * long as was watched.
 */
final class DeadClickDetector implements SignalDetector {
    private final ClickRules rules;
    private final Findings findings;
    private final Map<Long, Control> dead = new HashMap<>();
    private @Nullable Control waitedFor;

    private static final class Control {
        private final VisitorClick first;
        private VisitorClick last;
        private int clicks;
        private long lostMs;

        Control(VisitorClick first) {
            this.first = first;
            this.last = first;
        }
    }

    DeadClickDetector(ClickRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        if (waitedFor != null && isRepeat(waitedFor.last, click)) {
            return;
        }
        stopWaiting(click);
        if (click.element() != null && isDead(click)) {
            Control control = dead.computeIfAbsent(click.element(), first -> new Control(click));
            control.last = click;
            control.clicks++;
            waitedFor = control;
        }
    }

    private boolean isRepeat(VisitorClick counted, VisitorClick click) {
        return click.sameTarget(counted) && click.msSince(counted) < rules.repeatSpared();
    }

    private static boolean isDead(VisitorClick click) {
        return click.outcome().none()
                && click.click().getElement().getInteractive()
                && !click.click().getOpensElsewhere()
                && !click.click().getNoSignal()
                && !click.click().getModified();
    }

    private void stopWaiting(@Nullable VisitorClick next) {
        if (waitedFor != null) {
            long watched = waitedFor.last.outcome().watchedMs();
            long untilNext = next == null ? watched : Math.max(0, next.msSince(waitedFor.last));
            waitedFor.lostMs += Math.min(watched, untilNext);
            waitedFor = null;
        }
    }

    @Override
    public void ended() {
        stopWaiting(null);
        dead.forEach((element, control) -> findings.add(
                new Signal(Signal.Kind.DEAD, element, control.first.at(), control.lostMs, control.clicks)));
        dead.clear();
    }
}
