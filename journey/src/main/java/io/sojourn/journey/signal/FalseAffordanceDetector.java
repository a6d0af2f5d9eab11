package io.sojourn.journey.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Clicks on what is not made to be pressed and does not answer (SIGNALS 4.2, "false affordance"). Whether so many visitors do
 * it that it is worth a word, only the report knows, which sees them all.
 */
final class FalseAffordanceDetector implements SignalDetector {
    private static final Set<String> NOTHING_TO_PRESS =
            Set.of("html", "body", "canvas", "video", "audio", "embed", "object");

    private final Findings findings;
    private final Map<Long, VisitorClick> first = new LinkedHashMap<>();
    private final Map<Long, Integer> counts = new LinkedHashMap<>();
    private final Map<Long, Long> last = new LinkedHashMap<>();

    FalseAffordanceDetector(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        Long element = click.element();
        if (element == null || !misleads(click)) {
            return;
        }
        first.putIfAbsent(element, click);
        counts.merge(element, 1, Integer::sum);
        last.put(element, click.at());
    }

    private static boolean misleads(VisitorClick click) {
        return click.outcome().none()
                && !click.click().getElement().getInteractive()
                && !click.click().getNoSignal()
                && !click.click().getModified()
                && !NOTHING_TO_PRESS.contains(click.click().getElement().getTag());
    }

    @Override
    public void ended() {
        first.forEach((element, click) -> findings.add(new Signal(
                Signal.Kind.FALSE_AFFORDANCE,
                element,
                click.at(),
                Math.max(0, last.getOrDefault(element, click.at()) - click.at()),
                counts.getOrDefault(element, 1))));
    }
}
