package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Vital;
import io.sojourn.sessions.TimedEvent;

/**
 * What broke in the page (SIGNALS 7.4 to 7.7): scripts of the site, its requests, pictures in view, the main thread. Evidence
 * for why, never by itself that somebody stalled. At most five of a kind a page view.
 */
final class TechnicalDetector implements SignalDetector {
    private static final int ENOUGH = 5;

    private final Limits limits;
    private final FailedRequests requests;
    private final View view;
    private final Findings findings;
    private final int[] told = new int[Signal.Kind.values().length];

    TechnicalDetector(Limits limits, FailedRequests requests, View view, Findings findings) {
        this.limits = limits;
        this.requests = requests;
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        switch (timed.event().getKindCase()) {
            case SCRIPT_ERROR -> {
                if (timed.event().getScriptError().getSource() == ScriptError.Source.SITE) {
                    add(Signal.Kind.SCRIPT_ERROR, null, timed.at(), 0);
                }
            }
            case SLOW_REQUEST -> {
                if (requests.failed(timed)) {
                    add(Signal.Kind.FAILED_REQUEST, null, timed.at(), 0);
                }
            }
            case BROKEN_RESOURCE -> {
                if (timed.event().getBrokenResource().getInView()) {
                    Long element =
                            view.element(timed.event().getBrokenResource().getElement());
                    add(Signal.Kind.BROKEN_IMAGE, element, timed.at(), 0);
                }
            }
            case LONG_TASK -> freeze(timed.event().getLongTask().getMs(), timed.at(), "tech.freeze_long_task_ms");
            case VITAL -> {
                if (timed.event().getVital().getName() == Vital.Name.INP) {
                    freeze((long) timed.event().getVital().getValue(), timed.at(), "tech.freeze_inp_ms");
                }
            }
            default -> {}
        }
    }

    private void freeze(long ms, long at, String limit) {
        if (ms >= limits.ms(limit)) {
            add(Signal.Kind.FREEZE, null, at, ms);
        }
    }

    private void add(Signal.Kind kind, @org.jspecify.annotations.Nullable Long element, long at, long ms) {
        if (told[kind.ordinal()]++ < ENOUGH) {
            findings.add(new Signal(kind, element, at, ms, 1));
        }
    }
}
