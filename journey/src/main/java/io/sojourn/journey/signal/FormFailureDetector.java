package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.SubmitResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sending a form failed, failed again, or took away what had been filled in (SIGNALS 6.5, 6.6). Clearing passwords and card
 * codes is usual and told apart. One signal of each kind for a form and page view.
 */
final class FormFailureDetector implements VisitDetector {
    private final Limits limits;

    FormFailureDetector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        Map<String, Integer> times = new HashMap<>();
        for (FormFailures.Failure failure : FormFailures.in(views)) {
            int nth = times.merge(failure.form(), 1, Integer::sum);
            Findings here = findings.get(failure.view());
            here.add(signal(Signal.Kind.SUBMIT_FAILED, failure, nth, views));
            if (nth >= limits.count("form.loop")) {
                here.add(signal(Signal.Kind.ERROR_LOOP, failure, nth, views));
            }
            SubmitResult result = failure.result();
            if (cleared(result)) {
                here.add(signal(Signal.Kind.FORM_CLEARED, failure, result.getClearedCount(), views));
            } else if (result.getSensitiveCleared() > 0) {
                here.add(signal(Signal.Kind.SENSITIVE_CLEARED, failure, result.getSensitiveCleared(), views));
            }
        }
    }

    private boolean cleared(SubmitResult result) {
        int cleared = result.getClearedCount();
        return cleared >= limits.count("form.cleared_fields")
                || cleared > 0 && cleared >= limits.number("form.cleared_share") * result.getFilledBefore();
    }

    /** It costs the time until the next try, or what was still spent on the page. */
    private static Signal signal(Signal.Kind kind, FormFailures.Failure failure, int count, List<View> views) {
        long until = failure.nextAt() > 0
                ? failure.nextAt()
                : views.get(failure.view()).visit().endedAt();
        long lost = Math.max(0, until - failure.answeredAt());
        return new Signal(kind, failure.pressed(), FormField.whole(failure.form()), failure.answeredAt(), lost, count);
    }
}
