package io.sojourn.heatmap.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.heatmap.Backdrop;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PageState;
import io.sojourn.sessions.store.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Recorded page views to draw a map on: those of the most common layout first, then of the next. A layout is a window of about
 * one width and a document of about one height (steps of 80 px and 15 %). Within one, views long enough to have settled come
 * first, newer before older. Any thread.
 */
public final class Backdrops {
    private static final long SETTLED_MS = 4_000;
    private static final long OPENED_MS = 1_500;
    private static final int CANDIDATES = 24;

    private static final String LAYOUTS = """
            WITH looked AS MATERIALIZED (
                SELECT m.session, m.view, m.viewport_width // 80 AS wide,
                    round(ln(greatest(1, m.document_height)) / ln(1.15)) AS tall
                FROM heat_view m WHERE %s),
            layout AS (SELECT wide, tall, count(*) AS alike FROM looked GROUP BY ALL),
            dialog AS (
                SELECT session, view, min(opened_at) AS opened_at, max(closed_at) AS closed_at FROM heat_overlay m
                WHERE %s%s GROUP BY ALL),
            candidate AS (
                SELECT pv.session, pv.document, pv.started_at, pv.ended_at, layout.alike, layout.wide, layout.tall,
                    (SELECT count(*) FROM looked) AS views, dialog.opened_at, dialog.closed_at,
                    row_number() OVER (PARTITION BY layout.wide, layout.tall
                        ORDER BY pv.ended_at - pv.started_at >= ? DESC, pv.started_at DESC, pv.session) AS place
                FROM looked JOIN layout ON layout.wide = looked.wide AND layout.tall = looked.tall
                JOIN page_view pv ON pv.session = looked.session AND pv.number = looked.view
                %s JOIN dialog ON dialog.session = looked.session AND dialog.view = looked.view
                WHERE pv.site = ? AND pv.recorded
                    AND pv.session IN (SELECT k.session FROM kept_session k WHERE k.site = ? AND k.playback_batches > 0))
            SELECT session, document, started_at, ended_at, alike, views, opened_at, closed_at FROM candidate
            WHERE place <= 4 ORDER BY alike DESC, wide, tall, place LIMIT ?""";

    private final Facts facts;

    public Backdrops(Facts facts) {
        this.facts = facts;
    }

    public List<Backdrop> candidates(HeatQuestion question) {
        Asked asked = new Asked(question);
        boolean inDialog = question.state() != null && !question.state().isBase();
        HeatQuestion anyState = question.state() == null ? question.in(PageState.BASE) : question;
        Sql looked = new Sql().add(asked.rows("m", "at"));
        Sql dialogs = new Sql().add(asked.rows("m", "opened_at"));
        Sql which = inDialog ? new Sql().add(new Asked(anyState).state("m.element")) : new Sql();
        String text = LAYOUTS.formatted(
                looked.part().text(), dialogs.part().text(), which.part().text(), inDialog ? "" : "LEFT");
        Sql query = Sql.of(text);
        return facts.read(connection -> query.bound(looked.part(), dialogs.part(), which.part())
                .values(SETTLED_MS, asked.site(), asked.site(), CANDIDATES)
                .query(connection, rows -> read(rows, inDialog)));
    }

    private static List<Backdrop> read(ResultSet rows, boolean inDialog) throws SQLException {
        List<Backdrop> found = new ArrayList<>();
        while (rows.next()) {
            long from = rows.getLong("started_at");
            long to = rows.getLong("ended_at");
            long opened = rows.getLong("opened_at");
            boolean dialog = !rows.wasNull();
            long closed = rows.getLong("closed_at");
            long moment = inDialog
                    ? Math.min(opened + OPENED_MS, (opened + closed) / 2)
                    : dialog ? bare(from, to, opened, closed) : settled(from, to);
            found.add(new Backdrop(
                    Id128.of((UUID) rows.getObject("session")),
                    rows.getLong("document"),
                    from,
                    to,
                    moment,
                    rows.getLong("alike"),
                    rows.getLong("views")));
        }
        return found;
    }

    private static long settled(long from, long to) {
        return Math.min(from + SETTLED_MS, from + (to - from) * 3 / 4);
    }

    /** Before the first dialog opened, or when that was at once, after the last one closed. */
    private static long bare(long from, long to, long opened, long closed) {
        long settled = settled(from, to);
        if (opened > settled) {
            return settled;
        }
        return opened - from >= OPENED_MS || closed >= to
                ? Math.max(from, opened - 1)
                : Math.min(to, closed + OPENED_MS);
    }
}
