package io.sojourn.heatmap;

import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.FactTable.Type;
import io.sojourn.sessions.derive.Rules;
import java.util.List;

/**
 * One row for every click a person made (SIGNALS 8.1): where in its element, and how large that element was. A click whose
 * element could not be named has no element; it is counted and never placed.
 */
public final class ClickFacts implements Derivation {
    public static final FactTable CLICKS = new FactTable(
            "heat_click",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("element", Type.BIGINT),
                    column("at", Type.BIGINT),
                    column("x", Type.INTEGER),
                    column("y", Type.INTEGER),
                    column("box_width", Type.INTEGER),
                    column("box_height", Type.INTEGER)));

    private static final int MAX_PLACE = 32_767;

    @Override
    public List<FactTable> tables() {
        return List.of(CLICKS);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        for (PageVisit visit : session.pageVisits()) {
            long page = facts.page(visit.path());
            for (TimedEvent timed : visit.events()) {
                if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
                    add(visit, page, timed, facts);
                }
            }
        }
    }

    private static void add(PageVisit visit, long page, TimedEvent timed, FactSink facts) {
        Click click = timed.event().getClick();
        facts.add(
                CLICKS,
                page,
                visit.device().key(),
                named(click) ? facts.element(page, click.getElement()) : null,
                timed.at(),
                Math.min(click.getX(), MAX_PLACE),
                Math.min(click.getY(), MAX_PLACE),
                click.getBox().getWidth(),
                click.getBox().getHeight());
    }

    private static boolean named(Click click) {
        return click.hasElement() && !click.getElement().getTag().isEmpty();
    }
}
