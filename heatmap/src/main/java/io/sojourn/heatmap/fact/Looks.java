package io.sojourn.heatmap.fact;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.Resize;
import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What stood in the window, one stretch after another, from where the page was scrolled to. Time before a scroll was spent at
 * the place before it. An agent that does not say how much of it was engaged gets its total shared out by visible time.
 */
final class Looks {
    private static final double SKIM_WINDOWS_PER_S = 3;

    private final List<Held> held = new ArrayList<>();
    private double top;
    private double width;
    private double height;
    private double document;
    private double engagedBefore;
    private long since;
    private long visibleSince;
    private boolean visible;
    private long visibleMs;
    private boolean tellsEngaged;

    private Looks(PageVisit visit) {
        PageView view = visit.view();
        width = Math.max(1, view.getViewportWidth());
        height = Math.max(1, view.getViewportHeight());
        document = Math.max(height, view.getDocumentHeight());
        since = visit.startedAt();
        visibleSince = since;
        visible = view.getVisible();
    }

    static List<Held> of(PageVisit visit) {
        Looks looks = new Looks(visit);
        looks.tellsEngaged = visit.events().stream()
                .anyMatch(timed -> timed.event().getScroll().getEngagedMs() > 0);
        for (TimedEvent timed : visit.events()) {
            looks.see(timed);
        }
        looks.hold(visit.endedAt(), looks.tellsEngaged ? visit.engagedMs() : 0, looks.top);
        return looks.tellsEngaged ? looks.held : shared(looks.held, visit.engagedMs());
    }

    private void see(TimedEvent timed) {
        switch (timed.event().getKindCase()) {
            case SCROLL -> see(timed.event().getScroll(), timed.at());
            case RESIZE -> see(timed.event().getResize());
            case LIFECYCLE -> see(timed.event().getLifecycle().getState(), timed.at());
            default -> {}
        }
    }

    private void see(Scroll scroll, long at) {
        hold(at, scroll.getEngagedMs(), scroll.getTop());
        top = scroll.getTop();
        height = Math.max(1, scroll.getViewportHeight());
        document = Math.max(height, scroll.getDocumentHeight());
    }

    private void see(Resize resize) {
        width = Math.max(1, resize.getViewportWidth());
        height = Math.max(1, resize.getViewportHeight());
        document = Math.max(height, resize.getDocumentHeight());
    }

    private void see(Lifecycle.State state, long at) {
        if (state == Lifecycle.State.HIDDEN || state == Lifecycle.State.LEFT) {
            rest(at);
            visible = false;
        } else if (state == Lifecycle.State.VISIBLE) {
            rest(at);
            visible = true;
        }
    }

    private void rest(long at) {
        visibleMs += visible ? Math.max(0, at - visibleSince) : 0;
        visibleSince = at;
    }

    private void hold(long until, double engaged, double nextTop) {
        rest(until);
        double windows = Math.abs(nextTop - top) / height;
        boolean skimmed = windows * 1_000 > SKIM_WINDOWS_PER_S * (until - since);
        double spent = Math.max(0, engaged - engagedBefore);
        held.add(new Held(Math.min(top, document), width, height, document, spent, visibleMs, skimmed));
        engagedBefore = Math.max(engagedBefore, engaged);
        since = until;
        visibleMs = 0;
    }

    private static List<Held> shared(List<Held> held, long engagedMs) {
        double visible = held.stream().mapToLong(Held::visibleMs).sum();
        return visible == 0
                ? held
                : held.stream()
                        .map(one -> one.engagedFor(engagedMs * (one.visibleMs() / visible)))
                        .toList();
    }
}
