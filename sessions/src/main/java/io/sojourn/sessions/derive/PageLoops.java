package io.sojourn.sessions.derive;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.pages.PageTemplates;
import io.sojourn.sites.rules.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Page views of one template that come so fast that a route is broken rather than a visitor busy (SIGNALS 3.8). */
final class PageLoops {
    private final boolean[] looped;
    private final int loops;

    /** @param views in the order they started */
    PageLoops(List<PageVisit> views, Thresholds thresholds) {
        looped = new boolean[views.size()];
        int wanted = (int) thresholds.whole("page_loop.views");
        long window = thresholds.whole("page_loop.window_ms");
        Map<String, List<Integer>> byTemplate = new HashMap<>();
        for (int i = 0; i < views.size(); i++) {
            byTemplate
                    .computeIfAbsent(PageTemplates.of(views.get(i).path()), first -> new ArrayList<>())
                    .add(i);
        }
        int found = 0;
        for (List<Integer> same : byTemplate.values()) {
            found += mark(views, same, wanted, window);
        }
        loops = found;
    }

    private int mark(List<PageVisit> views, List<Integer> same, int wanted, long window) {
        int found = 0;
        for (int last = wanted - 1; wanted > 0 && last < same.size(); last++) {
            int first = last - wanted + 1;
            long took = views.get(same.get(last)).startedAt()
                    - views.get(same.get(first)).startedAt();
            if (took <= window) {
                found += looped[same.get(last - 1)] && wanted > 1 ? 0 : 1;
                same.subList(first, last + 1).forEach(view -> looped[view] = true);
            }
        }
        return found;
    }

    boolean at(int number) {
        return looped[number];
    }

    /** How many there were; one that goes on and on is one. */
    int count() {
        return loops;
    }
}
