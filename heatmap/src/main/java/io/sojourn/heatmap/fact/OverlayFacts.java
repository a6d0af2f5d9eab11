package io.sojourn.heatmap.fact;

import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.FactTable.Type;
import io.sojourn.sessions.derive.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When a dialog or menu stood open over a page: the states a page has besides its bare one (SIGNALS 8.3). */
public final class OverlayFacts implements Derivation {
    /** {@code opened_at} to {@code closed_at}, epoch ms; one that was never closed ends with its page view. */
    public static final FactTable OVERLAYS = new FactTable(
            "heat_overlay",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("view", Type.INTEGER),
                    column("element", Type.BIGINT),
                    column("opened_at", Type.BIGINT),
                    column("closed_at", Type.BIGINT)));

    @Override
    public List<FactTable> tables() {
        return List.of(OVERLAYS);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<PageVisit> visits = session.pageVisits();
        for (int view = 0; view < visits.size(); view++) {
            derive(visits.get(view), view, facts);
        }
    }

    private static void derive(PageVisit visit, int view, FactSink facts) {
        if (visit.events().stream().noneMatch(timed -> timed.event().hasOverlay())) {
            return;
        }
        long page = facts.page(visit.path());
        OpenOverlays overlays = new OpenOverlays(facts, page);
        Map<Long, Long> openedAt = new LinkedHashMap<>();
        for (TimedEvent timed : visit.events()) {
            if (timed.event().hasOverlay()) {
                Long element = overlays.see(timed.event().getOverlay());
                if (element == null) {
                    continue;
                }
                Long opened = openedAt.remove(element);
                if (opened == null) {
                    openedAt.put(element, timed.at());
                } else {
                    add(visit, view, page, element, opened, timed.at(), facts);
                }
            }
        }
        openedAt.forEach((element, opened) -> add(visit, view, page, element, opened, visit.endedAt(), facts));
    }

    private static void add(
            PageVisit visit, int view, long page, long element, long opened, long closed, FactSink facts) {
        facts.add(OVERLAYS, page, visit.device().key(), view, element, opened, closed);
    }
}
