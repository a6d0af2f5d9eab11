package io.sojourn.journey.signal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A click whose first answer took three seconds or more, or of which nothing was seen while its request ran (SIGNALS 4.5); a
 * spinner is an answer, so a request that ran ten seconds counts as well. One signal for each element of a page view.
 */
final class SlowClickDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private final Map<Long, Signal> slow = new LinkedHashMap<>();

    SlowClickDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        long waited = waited(click.outcome());
        if (click.element() != null && waited > 0 && !click.click().getModified()) {
            Signal one = new Signal(Signal.Kind.SLOW_CLICK, click.element(), click.at(), waited, 1);
            slow.merge(
                    click.element(),
                    one,
                    (a, b) -> new Signal(a.kind(), a.element(), a.at(), a.lostMs() + b.lostMs(), a.count() + 1));
        }
    }

    private long waited(Outcome outcome) {
        boolean unseen = outcome.pending() && !outcome.given() && outcome.watchedMs() >= limits.ms("slow_click.min_ms");
        boolean late = outcome.given() && outcome.watchedMs() >= limits.ms("slow_click.min_ms");
        boolean long_ = outcome.settledMs() >= limits.ms("slow_click.pending_flag_ms");
        return unseen || late || long_ ? Math.max(outcome.watchedMs(), outcome.settledMs()) : 0;
    }

    @Override
    public void ended() {
        slow.values().forEach(findings::add);
    }
}
