package io.sojourn.journey.signal;

import io.sojourn.sessions.TimedEvent;
import java.util.List;

/** The same page three times within fifteen seconds while nobody did anything: sent in a circle (SIGNALS 3.8). */
final class PageLoopDetector implements VisitDetector {
    private final Limits limits;

    PageLoopDetector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        for (int i = 0; i < views.size(); i++) {
            int again = again(views, i);
            if (again >= limits.count("page_loop.views")) {
                long at = views.get(i).visit().startedAt();
                findings.get(i)
                        .add(new Signal(Signal.Kind.PAGE_LOOP, null, at, limits.ms("page_loop.window_ms"), again));
                return;
            }
        }
    }

    private int again(List<View> views, int from) {
        View first = views.get(from);
        int times = 0;
        for (View view : views.subList(from, views.size())) {
            boolean late = view.visit().startedAt() - first.visit().startedAt() > limits.ms("page_loop.window_ms");
            if (late || view.visit().events().stream().anyMatch(PageLoopDetector::acts)) {
                break;
            }
            times += view.visit().path().equals(first.visit().path()) ? 1 : 0;
        }
        return times;
    }

    private static boolean acts(TimedEvent timed) {
        return timed.event().hasClick()
                || timed.event().hasFieldInput()
                || timed.event().hasKeyPress();
    }
}
