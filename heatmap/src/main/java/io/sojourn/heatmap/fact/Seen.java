package io.sojourn.heatmap.fact;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.sessions.PageVisit;

/** Whether anybody looked: a page opened in a background tab and never shown has no scroll and no attention (SIGNALS 3.4). */
final class Seen {
    private Seen() {}

    static boolean is(PageVisit visit) {
        return visit.view().getVisible()
                || visit.visibleMs() > 0
                || visit.events().stream()
                        .anyMatch(timed -> timed.event().getLifecycle().getState() == Lifecycle.State.VISIBLE);
    }
}
