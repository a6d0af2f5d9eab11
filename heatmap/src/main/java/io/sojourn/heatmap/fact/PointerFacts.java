package io.sojourn.heatmap.fact;

import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Hover;
import io.sojourn.eventlog.wire.PointerRest;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.FactTable.Type;
import io.sojourn.sessions.derive.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the mouse came to rest, and over what it stayed (SIGNALS 5.2, 8.2). Never called eye tracking. */
public final class PointerFacts implements Derivation {
    /** {@code weight}: 100 ms of rest are 1. The other columns as in {@link ClickFacts#CLICKS}. */
    public static final FactTable RESTS = new FactTable(
            "heat_rest",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("view", Type.INTEGER),
                    column("state", Type.BIGINT),
                    column("element", Type.BIGINT),
                    column("at", Type.BIGINT),
                    column("x", Type.INTEGER),
                    column("y", Type.INTEGER),
                    column("box_x", Type.INTEGER),
                    column("box_y", Type.INTEGER),
                    column("box_width", Type.INTEGER),
                    column("box_height", Type.INTEGER),
                    column("opens_element", Type.BOOLEAN),
                    column("weight", Type.INTEGER)));

    public static final FactTable HOVERS = new FactTable(
            "heat_hover",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("view", Type.INTEGER),
                    column("element", Type.BIGINT),
                    column("at", Type.BIGINT),
                    column("ms", Type.INTEGER)));

    private static final int MS_PER_WEIGHT = 100;
    /** Somebody who left the desk is not looking: the longest rest that counts. */
    private static final int LONGEST_REST_MS = 60_000;

    @Override
    public List<FactTable> tables() {
        return List.of(RESTS, HOVERS);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<PageVisit> visits = session.pageVisits();
        for (int view = 0; view < visits.size(); view++) {
            derive(visits.get(view), view, facts);
        }
    }

    private static void derive(PageVisit visit, int view, FactSink facts) {
        long page = facts.page(visit.path());
        OpenOverlays overlays = new OpenOverlays(facts, page);
        Set<@Nullable Long> rested = new HashSet<>();
        for (TimedEvent timed : visit.events()) {
            switch (timed.event().getKindCase()) {
                case OVERLAY -> overlays.see(timed.event().getOverlay());
                case HOVER -> add(timed.event().getHover(), visit, view, page, timed.at(), facts);
                case POINTER_REST -> {
                    PointerRest rest = timed.event().getPointerRest();
                    Long element = ClickFacts.named(rest.getElement())
                            ? Long.valueOf(facts.element(page, rest.getElement()))
                            : null;
                    Box box = rest.getBox();
                    facts.add(
                            RESTS,
                            page,
                            visit.device().key(),
                            view,
                            overlays.top(),
                            element,
                            timed.at(),
                            ClickFacts.place(rest.getX()),
                            ClickFacts.place(rest.getY()),
                            box.getX(),
                            box.getY(),
                            box.getWidth(),
                            box.getHeight(),
                            rested.add(element),
                            weight(rest));
                }
                default -> {}
            }
        }
    }

    private static int weight(PointerRest rest) {
        int ms = Math.min(rest.getMs() < 0 ? LONGEST_REST_MS : rest.getMs(), LONGEST_REST_MS);
        return Math.max(1, Math.round((float) ms / MS_PER_WEIGHT));
    }

    private static void add(Hover hover, PageVisit visit, int view, long page, long at, FactSink facts) {
        if (ClickFacts.named(hover.getElement())) {
            int ms = Math.min(hover.getMs() < 0 ? LONGEST_REST_MS : hover.getMs(), LONGEST_REST_MS);
            facts.add(HOVERS, page, visit.device().key(), view, facts.element(page, hover.getElement()), at, ms);
        }
    }
}
