package io.sojourn.journey.signal;

import java.util.HashSet;
import java.util.Set;

/** The pointer waited over a control for long before it was first pressed (SIGNALS 5.1). The agent leaves out parked pointers. */
final class HesitationDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private final Set<Long> pressed = new HashSet<>();

    HesitationDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        Long element = click.element();
        if (element == null || !pressed.add(element)) {
            return;
        }
        long hovered = Integer.toUnsignedLong(click.click().getHoveredMs());
        if (hovered > limits.ms("hesitation.long_ms")
                && click.click().getElement().getInteractive()) {
            findings.add(new Signal(Signal.Kind.HESITATION, element, click.at() - hovered, hovered, 1));
        }
    }
}
