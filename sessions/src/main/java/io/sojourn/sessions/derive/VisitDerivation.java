package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.List;
import java.util.Locale;

/**
 * What every report builds on ({@link VisitFacts}): the visit, its page views, what was done in them and the goals that were
 * reached. Pages that were never looked at (opened in a background tab, prerendered) are kept but are neither entry nor exit
 * and do not count as page views (SIGNALS 3.4). Clicks of scripts are not clicks.
 */
public final class VisitDerivation implements Derivation {
    @Override
    public List<FactTable> tables() {
        return List.of(VisitFacts.VISIT, VisitFacts.PAGE_VIEW, VisitFacts.EVENT, VisitFacts.GOAL_REACHED);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<PageVisit> views = session.pageVisits();
        PageLoops loops = new PageLoops(views, rules.thresholds());
        GoalFacts goals = new GoalFacts(rules);
        int first = firstSeen(views);
        int last = lastSeen(views);
        for (int number = 0; number < views.size(); number++) {
            PageVisit view = views.get(number);
            addPageView(view, number, number == first, number == last, loops.at(number), facts);
            goals.visit(view, number, seen(view));
        }
        goals.addTo(facts);
        new VisitRow(session, views, rules).addTo(facts, goals.count(), loops.count());
    }

    private static int firstSeen(List<PageVisit> views) {
        for (int i = 0; i < views.size(); i++) {
            if (seen(views.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastSeen(List<PageVisit> views) {
        for (int i = views.size() - 1; i >= 0; i--) {
            if (seen(views.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void addPageView(
            PageVisit view, int number, boolean entrance, boolean exit, boolean looped, FactSink facts) {
        PageView said = view.view();
        long page = facts.page(view.path());
        new FactRow(VisitFacts.PAGE_VIEW)
                .put("document", view.document())
                .put("tab", view.tab())
                .put("number", number)
                .put("page", page)
                .put("url", said.getUrl())
                .put("title", said.getTitle())
                .put("started_at", view.startedAt())
                .put("ended_at", view.endedAt())
                .put("engaged_ms", view.engagedMs())
                .put("visible_ms", view.visibleMs())
                .put("wall_ms", view.endedAt() - view.startedAt())
                .put("device", view.device().key())
                .put("clicks", clicks(view))
                .put("errors", errors(view))
                .put("seen", seen(view))
                .put("recorded", said.getRecorded())
                .put("status", said.getStatus())
                .put("not_found", said.getNotFound() || said.getStatus() == 404 || said.getStatus() == 410)
                .put("navigation", said.getNavigation().name().toLowerCase(Locale.ROOT))
                .put("entrance", entrance)
                .put("exit", exit)
                .put("looped", looped)
                .put("viewport_width", said.getViewportWidth())
                .put("viewport_height", said.getViewportHeight())
                .put("document_height", documentHeight(view))
                .put("deepest", deepest(view))
                .addTo(facts);
        new EventFacts(view, number, page, facts).addAll();
    }

    static boolean seen(PageVisit view) {
        return view.view().getVisible()
                || view.visibleMs() > 0
                || view.events().stream()
                        .anyMatch(timed -> timed.event().getLifecycle().getState() == Lifecycle.State.VISIBLE);
    }

    static int clicks(PageVisit view) {
        return (int) view.events().stream().filter(EventFacts::clicked).count();
    }

    static int errors(PageVisit view) {
        return (int) view.events().stream().filter(EventFacts::failed).count();
    }

    private static int documentHeight(PageVisit view) {
        int height = view.view().getDocumentHeight();
        for (TimedEvent timed : view.events()) {
            height = Math.max(height, timed.event().getScroll().getDocumentHeight());
        }
        return height;
    }

    /** What was in the window at first was seen too. */
    private static int deepest(PageVisit view) {
        int deepest = view.view().getViewportHeight();
        for (TimedEvent timed : view.events()) {
            deepest = Math.max(deepest, timed.event().getScroll().getDeepest());
        }
        return deepest;
    }
}
