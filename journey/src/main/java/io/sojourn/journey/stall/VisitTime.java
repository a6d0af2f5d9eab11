package io.sojourn.journey.stall;

import io.sojourn.journey.signal.EngagedClock;
import io.sojourn.journey.signal.View;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/** The times of one visit: how busy the visitor was when, when goals were reached, when pages were left. */
final class VisitTime {
    private final List<View> views;
    private final List<EngagedClock> clocks = new ArrayList<>();
    private final List<Long> goals = new ArrayList<>();

    /** @param reached epoch ms at which goals were reached; orders are found here */
    VisitTime(List<View> views, long idleMs, List<Long> reached) {
        this.views = views;
        goals.addAll(reached);
        for (View view : views) {
            clocks.add(new EngagedClock(view.visit(), idleMs));
            for (TimedEvent timed : view.visit().events()) {
                if (timed.event().hasOrder()) {
                    goals.add(timed.at());
                }
            }
        }
    }

    /** Engaged ms of the whole visit between two moments. */
    long engaged(long from, long to) {
        long sum = 0;
        for (int i = 0; i < views.size(); i++) {
            long start = Math.max(from, views.get(i).visit().startedAt());
            long end = Math.min(to, views.get(i).visit().endedAt());
            sum += end > start
                    ? Math.max(0, clocks.get(i).at(end) - clocks.get(i).at(start))
                    : 0;
        }
        return sum;
    }

    /** Engaged ms on pages of this template up to a moment. */
    long engagedOn(String template, long until) {
        long sum = 0;
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            if (view.template().equals(template) && view.visit().startedAt() <= until) {
                sum += clocks.get(i).at(Math.min(until, view.visit().endedAt()));
            }
        }
        return sum;
    }

    boolean goalAfter(long at) {
        return goals.stream().anyMatch(goal -> goal > at);
    }

    boolean goalUpTo(long at) {
        return goals.stream().anyMatch(goal -> goal <= at);
    }

    /** Epoch ms of the last goal; {@link Long#MIN_VALUE} without one. */
    long lastGoal() {
        return goals.stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    }

    /** Whether a page of another template was seen after that. */
    boolean movedOnAfter(String template, long at) {
        return views.stream()
                .anyMatch(view ->
                        view.visit().startedAt() > at && !view.template().equals(template));
    }

    /** Epoch ms at which the last page of another template that followed was opened; {@link Long#MIN_VALUE} if none did. */
    long lastMovedOn(String template) {
        long last = Long.MIN_VALUE;
        boolean been = false;
        for (View view : views) {
            boolean same = view.template().equals(template);
            been |= same;
            last = been && !same ? Math.max(last, view.visit().startedAt()) : last;
        }
        return last;
    }

    long end() {
        return views.stream().mapToLong(view -> view.visit().endedAt()).max().orElse(0);
    }
}
