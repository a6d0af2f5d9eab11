package io.sojourn.heatmap.store;

import io.sojourn.heatmap.kind.Marks;
import io.sojourn.heatmap.kind.Marks.Clicks;
import io.sojourn.heatmap.kind.Marks.Rests;
import io.sojourn.heatmap.kind.Marks.Signals;
import io.sojourn.heatmap.kind.Marks.Weight;
import io.sojourn.sessions.store.SqlPart;
import java.util.Collections;

/**
 * The marks of any kind as one query of {@code session, view, element, x, y, box_x, box_y, box_width, box_height, weight,
 * opens_element}, whatever table they stand in.
 */
final class MarkSql {
    private static final String PLACE = "m.x, m.y, m.box_x, m.box_y, m.box_width, m.box_height";
    /** The middle of an element, for what has no place inside it. */
    private static final String MIDDLE = "16384";

    /** What a sign cost that no earlier one of the same visit on the same page holds already: signs overlap. */
    private static final String OWN = """
            greatest(0, g.happened_at + g.lost_ms - greatest(g.happened_at, coalesce(max(g.happened_at + g.lost_ms)
                OVER (PARTITION BY g.session, g.page ORDER BY g.happened_at, g.kind, g.element
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), g.happened_at)))""";

    private MarkSql() {}

    static SqlPart of(Marks marks, Asked asked) {
        if (marks instanceof Clicks clicks) {
            return clicks(clicks, asked);
        }
        return marks instanceof Signals signals ? signals(signals, asked) : rests((Rests) marks, asked);
    }

    private static SqlPart clicks(Clicks clicks, Asked asked) {
        return Sql.of("SELECT m.session, m.view, m.element, " + PLACE
                        + ", 1 AS weight, m.opens_element FROM heat_click m WHERE ")
                .add(asked.rows("m", "at"))
                .add(asked.state("m.state"))
                .add(clicks.firstOnly() ? " AND m.opens_view" : "")
                .add(asked.question().perView() ? " AND m.opens_element" : "")
                .part();
    }

    private static SqlPart rests(Rests rests, Asked asked) {
        return Sql.of("SELECT m.session, m.view, m.element, " + PLACE
                        + ", m.weight, m.opens_element FROM heat_rest m WHERE ")
                .add(asked.rows("m", "at"))
                .add(asked.state("m.state"))
                .part();
    }

    /** A sign that began with a click has that click's place. On which device it was, the page view knows. */
    private static SqlPart signals(Signals signals, Asked asked) {
        return Sql.of("""
                        SELECT g.session, v.number AS view, g.element, coalesce(c.x, %1$s) AS x, coalesce(c.y, %1$s) AS y,
                            c.box_x, c.box_y, c.box_width, c.box_height, %2$s AS weight,
                            row_number() OVER (PARTITION BY g.session, v.number, g.element ORDER BY g.happened_at) = 1
                                AS opens_element
                        FROM (SELECT g.*, %3$s AS own_ms FROM signal g WHERE """.formatted(MIDDLE, weight(signals.weight()), OWN))
                .add(" ")
                .add(asked.onAnyDevice("g", "happened_at"))
                .add(kinds(signals))
                .add(
                        ") g ASOF JOIN (SELECT pv.session, pv.page, pv.started_at, pv.number, pv.device FROM page_view pv"
                                + " WHERE pv.site = ? AND pv.page IN (",
                        asked.site())
                .add(asked.pages())
                .add(
                        ")) v ON g.session = v.session AND g.page = v.page AND g.happened_at >= v.started_at"
                                + " LEFT JOIN (SELECT session, element, \"at\", any_value(x) AS x, any_value(y) AS y,"
                                + " any_value(box_x) AS box_x, any_value(box_y) AS box_y, any_value(box_width) AS box_width,"
                                + " any_value(box_height) AS box_height, any_value(state) AS state FROM heat_click h"
                                + " WHERE h.site = ? AND h.page IN (",
                        asked.site())
                .add(asked.pages())
                .add(
                        ") GROUP BY ALL) c ON c.session = g.session AND c.element = g.element AND c.\"at\" = g.happened_at"
                                + " WHERE v.device = ?",
                        asked.question().device().key())
                .add(asked.state("c.state"))
                .part();
    }

    private static String weight(Weight weight) {
        return weight == Weight.ONCE ? "1" : "g.own_ms";
    }

    private static SqlPart kinds(Signals signals) {
        if (signals.kinds().isEmpty()) {
            return new SqlPart("", java.util.List.of());
        }
        String marks = String.join(", ", Collections.nCopies(signals.kinds().size(), "?"));
        return Sql.of(
                        " AND g.kind IN (" + marks + ")",
                        signals.kinds().stream().sorted().toArray())
                .part();
    }
}
