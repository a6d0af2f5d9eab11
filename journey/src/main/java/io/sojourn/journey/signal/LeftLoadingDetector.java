package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.Vital;
import io.sojourn.sessions.TimedEvent;
import java.util.List;

/**
 * Gone before anything was shown (SIGNALS 7.3), after a second or more and not by a click. Where a browser tells no paint on
 * any page of a visit of several, that it told none here says nothing.
 */
final class LeftLoadingDetector implements VisitDetector {
    private static final long NOBODY_WAITS = 30_000;

    private final Limits limits;

    LeftLoadingDetector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        boolean told = views.stream().anyMatch(LeftLoadingDetector::painted);
        if (!told && views.size() > 1) {
            return;
        }
        for (int i = 0; i < views.size(); i++) {
            long after = hiddenAfter(views.get(i));
            boolean waited = after >= limits.ms("vitals.left_loading_min_ms") && after <= NOBODY_WAITS;
            if (waited && views.get(i).loaded() && !painted(views.get(i)) && !acted(views.get(i))) {
                long at = views.get(i).visit().startedAt() + after;
                findings.get(i).add(new Signal(Signal.Kind.LEFT_LOADING, null, at - after, after, 1));
            }
        }
    }

    private static boolean painted(View view) {
        return view.visit().events().stream().anyMatch(timed -> {
            Vital.Name name = timed.event().getVital().getName();
            return name == Vital.Name.LCP || name == Vital.Name.FCP;
        });
    }

    private static boolean acted(View view) {
        return view.visit().events().stream()
                .anyMatch(timed -> timed.event().hasClick()
                        || timed.event().hasScroll()
                        || timed.event().hasFieldFocus()
                        || timed.event().hasKeyPress());
    }

    private static long hiddenAfter(View view) {
        for (TimedEvent timed : view.visit().events()) {
            Lifecycle.State state = timed.event().getLifecycle().getState();
            if (state == Lifecycle.State.HIDDEN || state == Lifecycle.State.LEFT) {
                return timed.at() - view.visit().startedAt();
            }
        }
        return 0;
    }
}
