package io.sojourn.journey.signal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rage, "unresponsive" (SIGNALS 4.1): somebody tries one thing again and again, however slowly, and it never answers. One
 * signal for all of it, until it answers or is left alone. A click of which nothing is known neither counts nor interrupts.
 */
final class UnresponsiveClickDetector implements SignalDetector {
    private final ClickRules rules;
    private final Findings findings;
    private final Map<Long, ClickChain> unanswered = new HashMap<>();

    UnresponsiveClickDetector(ClickRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        Long element = click.element();
        if (element == null || click.isExcused()) {
            return;
        }
        if (click.outcome().given()) {
            report(unanswered.remove(element));
        } else if (click.outcome().none()) {
            tryAgain(element, click);
        }
    }

    private void tryAgain(Long element, VisitorClick click) {
        ClickChain chain = unanswered.get(element);
        if (chain != null && click.msSince(chain.last()) <= rules.unansweredWindow()) {
            chain.add(click);
        } else {
            report(chain);
            unanswered.put(element, new ClickChain(click, rules.unansweredClicks(), rules.unansweredWindow()));
        }
    }

    private void report(@Nullable ClickChain chain) {
        if (chain != null && chain.isRage()) {
            findings.add(chain.rage());
        }
    }

    @Override
    public void ended() {
        unanswered.values().forEach(this::report);
        unanswered.clear();
    }
}
