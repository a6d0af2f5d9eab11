package io.sojourn.journey.signal;

import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Presses on a control that is switched off (SIGNALS 4.3): two within ten seconds, or three in a page view. */
final class DisabledPressDetector implements SignalDetector {
    private final Limits limits;
    private final View view;
    private final Findings findings;
    private final Map<Long, List<Long>> presses = new LinkedHashMap<>();

    DisabledPressDetector(Limits limits, View view, Findings findings) {
        this.limits = limits;
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasDisabledPress()) {
            Long element = view.element(timed.event().getDisabledPress().getElement());
            if (element != null) {
                presses.computeIfAbsent(element, first -> new ArrayList<>()).add(timed.at());
            }
        }
    }

    @Override
    public void ended() {
        presses.forEach((element, times) -> {
            if (times.size() >= limits.count("disabled.per_page_view") || dense(times)) {
                long first = times.get(0);
                long lost = Math.max(0, times.get(times.size() - 1) - first);
                findings.add(new Signal(Signal.Kind.DISABLED, element, first, lost, times.size()));
            }
        });
    }

    private boolean dense(List<Long> times) {
        int enough = limits.count("disabled.clicks");
        for (int i = enough - 1; i < times.size(); i++) {
            if (times.get(i) - times.get(i - enough + 1) <= limits.ms("disabled.window_ms")) {
                return true;
            }
        }
        return false;
    }
}
