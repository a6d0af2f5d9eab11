package io.sojourn.journey.stall;

import io.sojourn.journey.signal.FormField;
import io.sojourn.journey.signal.Progress;
import io.sojourn.journey.signal.View;
import io.sojourn.sessions.TimedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When and how the visit went on after a sign of friction (SIGNALS 11.1): further, back, or not at all. */
final class Endings {
    private final List<View> views;
    private final VisitTime time;

    record End(long at, Episode.Outcome outcome) {}

    Endings(List<View> views, VisitTime time) {
        this.views = views;
        this.time = time;
    }

    /** In a form, a field that is filled is no way out of it; only sending it is. */
    End after(Located first) {
        long from = first.signal().knownAt();
        boolean form = first.subject().field() != null;
        View start = views.get(first.view());
        Set<FormField> completed = new HashSet<>();
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            if (i < first.view()) {
                earlier.add(view.template());
            }
            if (view.visit().startedAt() > from && !view.template().equals(start.template())) {
                boolean back = earlier.contains(view.template());
                return new End(view.visit().startedAt(), back ? Episode.Outcome.REGRESSED : Episode.Outcome.RECOVERED);
            }
            for (TimedEvent timed : view.visit().events()) {
                boolean fieldDone = timed.event().hasFieldBlur();
                boolean progress = Progress.in(timed.event(), completed);
                if (progress && timed.at() > from && !(form && fieldDone)) {
                    return new End(timed.at(), Episode.Outcome.RECOVERED);
                }
            }
        }
        return new End(Math.max(from, time.end()), Episode.Outcome.ABANDONED);
    }
}
