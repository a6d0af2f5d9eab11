package io.sojourn.journey.signal;

import org.jspecify.annotations.Nullable;

/**
 * Rage, "hammer" (SIGNALS 4.1): many clicks in one place in a moment, whether or not they work. One signal for the whole
 * chain. Clicking that selects text or scrolls, and controls made for it, are something else.
 */
final class HammerClickDetector implements SignalDetector {
    private final ClickRules rules;
    private final Findings findings;
    private @Nullable ClickChain chain;
    private boolean excused;

    HammerClickDetector(ClickRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        if (click.isExcused()) {
            return;
        }
        if (chain != null && continues(chain.last(), click)) {
            chain.add(click);
        } else {
            ended();
            chain = new ClickChain(click, rules.hammerClicks(), rules.hammerWindow());
        }
        excused |= excuses(click.outcome());
    }

    private boolean continues(VisitorClick last, VisitorClick click) {
        return click.msSince(last) <= rules.chainGap()
                && (click.sameTarget(last) || click.distance(last) <= rules.chainRadius());
    }

    private static boolean excuses(Outcome outcome) {
        return switch (outcome.response()) {
            case SELECTION_CHANGED, SCROLLED, UNOBSERVABLE -> true;
            default -> false;
        };
    }

    @Override
    public void scrolled(long at) {
        excused |= chain != null && at - chain.last().at() <= rules.scrollReported();
    }

    @Override
    public void ended() {
        if (chain != null && chain.isRage() && !excused) {
            findings.add(chain.rage());
        }
        chain = null;
        excused = false;
    }
}
