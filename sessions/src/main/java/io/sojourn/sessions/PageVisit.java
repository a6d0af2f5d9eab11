package io.sojourn.sessions;

import io.sojourn.eventlog.wire.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One page view and everything that happened in it, until the next one in the same document.
 *
 * @param path the address without host, query and fragment; the page's name until rules group it (SIGNALS 13)
 * @param startedAt epoch ms
 * @param endedAt epoch ms of the last event in it
 * @param engagedMs SIGNALS 3.5
 * @param events without the PageView itself
 */
public record PageVisit(
        long document,
        long tab,
        PageView view,
        String path,
        long startedAt,
        long endedAt,
        long engagedMs,
        long visibleMs,
        List<TimedEvent> events) {
    public PageVisit {
        events = List.copyOf(events);
    }

    public Device device() {
        return Device.ofViewportWidth(view.getViewportWidth());
    }

    static List<PageVisit> of(Session session) {
        List<PageVisit> visits = new ArrayList<>();
        for (Document document : session.documents()) {
            split(document, visits);
        }
        visits.sort(Comparator.comparingLong(PageVisit::startedAt));
        return visits;
    }

    private static void split(Document document, List<PageVisit> visits) {
        int from = -1;
        List<TimedEvent> events = document.events();
        for (int i = 0; i <= events.size(); i++) {
            boolean border = i == events.size() || events.get(i).event().hasPageView();
            if (border && from >= 0) {
                visits.add(visit(document, events.get(from), events.subList(from + 1, i)));
            }
            if (border) {
                from = i;
            }
        }
    }

    private static PageVisit visit(Document document, TimedEvent start, List<TimedEvent> events) {
        long engaged = 0;
        long visible = 0;
        for (TimedEvent timed : events) {
            if (timed.event().hasEngagement()) {
                engaged = timed.event().getEngagement().getEngagedMs();
                visible = timed.event().getEngagement().getVisibleMs();
            }
        }
        long end = events.isEmpty() ? start.at() : events.get(events.size() - 1).at();
        PageView view = start.event().getPageView();
        return new PageVisit(
                document.id(),
                document.tab(),
                view,
                PagePath.of(view.getUrl()),
                start.at(),
                end,
                engaged,
                visible,
                events);
    }
}
