package io.sojourn.journey.signal;

import io.sojourn.sessions.TimedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Busy with a page for more than half a minute without getting any further (SIGNALS 11.1). A candidate only: whether it was
 * longer than nearly all successful visitors need there, the report knows, which sees them. Once a page view, the longest.
 */
final class NoProgressDetector implements VisitDetector {
    private final Limits limits;

    NoProgressDetector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        for (int i = 0; i < views.size(); i++) {
            look(views.get(i), findings.get(i));
        }
    }

    private void look(View view, Findings findings) {
        long least = (long) (limits.number("stall.no_progress_min_s") * 1_000);
        EngagedClock clock = new EngagedClock(view.visit(), limits.ms("time.engaged_idle_ms"));
        if (clock.total() <= least) {
            return;
        }
        Set<FormField> completed = new HashSet<>();
        long since = view.visit().startedAt();
        long longestFrom = since;
        long longest = 0;
        for (TimedEvent timed : view.visit().events()) {
            if (Progress.in(timed.event(), completed)) {
                long without = clock.at(timed.at()) - clock.at(since);
                longestFrom = without > longest ? since : longestFrom;
                longest = Math.max(longest, without);
                since = timed.at();
            }
        }
        long toTheEnd = clock.total() - clock.at(since);
        longestFrom = toTheEnd > longest ? since : longestFrom;
        longest = Math.max(longest, toTheEnd);
        if (longest > least) {
            findings.add(new Signal(Signal.Kind.NO_PROGRESS, null, longestFrom, longest, 1));
        }
    }
}
