package io.sojourn.heatmap.fact;

import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Element;
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

/**
 * One row for every click a person made (SIGNALS 8.1): where in its element, and how large that element was. A click whose
 * element could not be named has no element; it is counted and never placed.
 */
public final class ClickFacts implements Derivation {
    /**
     * {@code view} counts the page views of a visit from 0, {@code state} is the dialog that stood open, null for the bare page;
     * {@code opens_view}: the first click of its view, {@code opens_element}: the first on its element in this view;
     * {@code hovered_ms}: 0 unknown.
     */
    public static final FactTable CLICKS = new FactTable(
            "heat_click",
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
                    column("opens_view", Type.BOOLEAN),
                    column("opens_element", Type.BOOLEAN),
                    column("hovered_ms", Type.INTEGER)));

    static final int MAX_PLACE = 32_767;

    @Override
    public List<FactTable> tables() {
        return List.of(CLICKS);
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
        Set<@Nullable Long> clicked = new HashSet<>();
        for (TimedEvent timed : visit.events()) {
            if (timed.event().hasOverlay()) {
                overlays.see(timed.event().getOverlay());
            }
            if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
                Click click = timed.event().getClick();
                Long element = named(click.getElement()) ? Long.valueOf(facts.element(page, click.getElement())) : null;
                boolean first = clicked.isEmpty();
                Box box = click.getBox();
                facts.add(
                        CLICKS,
                        page,
                        visit.device().key(),
                        view,
                        overlays.top(),
                        element,
                        timed.at(),
                        place(click.getX()),
                        place(click.getY()),
                        box.getX(),
                        box.getY(),
                        box.getWidth(),
                        box.getHeight(),
                        first,
                        clicked.add(element),
                        click.getHoveredMs());
            }
        }
    }

    /** Numbers of the wire are unsigned. */
    static int place(int wire) {
        return Integer.compareUnsigned(wire, MAX_PLACE) > 0 ? MAX_PLACE : wire;
    }

    static boolean named(Element element) {
        return !element.getTag().isEmpty();
    }
}
