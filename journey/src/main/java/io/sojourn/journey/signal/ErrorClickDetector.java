package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.sessions.TimedEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A click, and right after it the site's own script failed or a request that it began did (SIGNALS 4.4). Errors of
 * extensions, of others' scripts and opaque ones are not counted. One signal for each element of a page view.
 */
final class ErrorClickDetector implements SignalDetector {
    private final Limits limits;
    private final FailedRequests requests;
    private final Findings findings;
    private final Map<Integer, VisitorClick> byId = new HashMap<>();
    private final Map<VisitorClick, Long> broken = new LinkedHashMap<>();
    private @Nullable VisitorClick latest;

    ErrorClickDetector(Limits limits, FailedRequests requests, Findings findings) {
        this.limits = limits;
        this.requests = requests;
        this.findings = findings;
    }

    @Override
    public void clicked(VisitorClick click) {
        latest = click;
        byId.put(click.click().getId(), click);
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasScriptError()) {
            boolean ours = timed.event().getScriptError().getSource() == ScriptError.Source.SITE;
            if (ours && latest != null && within(latest, timed.at(), limits.ms("error_click.js_ms"))) {
                broken.putIfAbsent(latest, timed.at());
            }
        } else if (timed.event().hasSlowRequest()) {
            SlowRequest request = timed.event().getSlowRequest();
            VisitorClick click = byId.get(request.getClick());
            if (click != null
                    && requests.failed(timed)
                    && within(click, timed.at(), limits.ms("error_click.request_outcome_ms"))) {
                broken.putIfAbsent(click, timed.at());
            }
        }
    }

    private static boolean within(VisitorClick click, long at, long ms) {
        return at >= click.at() && at - click.at() <= ms;
    }

    @Override
    public void ended() {
        Map<Long, Signal> byElement = new LinkedHashMap<>();
        broken.forEach((click, at) -> {
            if (click.element() != null) {
                Signal one = new Signal(Signal.Kind.ERROR_CLICK, click.element(), click.at(), at - click.at(), 1);
                byElement.merge(click.element(), one, ErrorClickDetector::together);
            }
        });
        byElement.values().forEach(findings::add);
    }

    private static Signal together(Signal a, Signal b) {
        return new Signal(a.kind(), a.element(), Math.min(a.at(), b.at()), a.lostMs() + b.lostMs(), a.count() + 1);
    }
}
