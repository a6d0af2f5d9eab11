package io.sojourn.journey.stall.store;

import io.sojourn.journey.stall.CheckupFigures;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts what a check-up is made of. Visits of programs are left out unless the filter asks for them; a page says something from 30 visits on. Any thread. */
public final class CheckupReader {
    private static final String ENTRIES = """
            SELECT coalesce(p.template, p.path) AS page, count(*) FILTER (v.bounce), count(*) AS n
            FROM visit v JOIN page p ON p.site = v.site AND p.page = v.entry_page
            WHERE v.site = ? AND v.ended AND v.session IN (%s)
            GROUP BY ALL ORDER BY n DESC LIMIT 10""";

    private static final String TURNS = """
            SELECT coalesce(p.template, p.path) AS page, count(DISTINCT g.session), count(DISTINCT s.session) AS n
            FROM journey_step s JOIN page p ON p.site = s.site AND p.page = s.page
            LEFT JOIN (SELECT DISTINCT j.site, j.session, coalesce(q.template, q.path) AS template FROM journey_soft j
                JOIN page q ON q.site = j.site AND q.page = j.page WHERE j.kind = 'u_turn') g
                ON g.site = s.site AND g.session = s.session AND g.template = coalesce(p.template, p.path)
            WHERE s.site = ? AND s.session IN (%s)
            GROUP BY 1 ORDER BY n DESC LIMIT 10""";

    private static final String SEARCHES = """
            SELECT '' AS page, count(*) FILTER (s.empty), count(*) FROM journey_search s
            WHERE s.site = ? AND s.filter = CAST('%2$s' AS BOOLEAN) AND s.session IN (%1$s)""";

    private static final String BOUNCES = """
            SELECT '' AS page, coalesce(median(v.visible_ms), 0)::BIGINT, coalesce(quantile_cont(v.visible_ms, 0.75), 0)::BIGINT,
                count(*) AS n
            FROM visit v WHERE v.site = ? AND v.ended AND v.bounce AND v.session IN (%s)""";

    /**
     * Of pages that are at least two windows long, but for those on which a goal is reached: there is nothing left to
     * look for. Scrolled is what went further than a finger slips.
     */
    private static final String SCROLLED = """
            SELECT coalesce(p.template, p.path) AS page, count(*) FILTER (w.deepest >= w.viewport_height * 1.1), count(*) AS n
            FROM page_view w JOIN page p ON p.site = w.site AND p.page = w.page
            WHERE w.site = ? AND w.seen AND w.viewport_height > 0 AND w.document_height >= w.viewport_height * 2
                AND w.page NOT IN (SELECT page FROM goal_reached WHERE site = w.site AND page IS NOT NULL) AND w.session IN (%s)
            GROUP BY ALL ORDER BY n DESC LIMIT 10""";

    private static final String CALLS = """
            WITH goal AS (SELECT site, session, max(happened_at) AS reached_at FROM goal_reached GROUP BY ALL),
            seen AS (SELECT w.session, coalesce(p.template, p.path) AS page, min(w.started_at) AS seen_at
                FROM page_view w JOIN page p ON p.site = w.site AND p.page = w.page
                WHERE w.site = ? AND w.seen AND w.session IN (%1$s) GROUP BY ALL),
            pages AS (SELECT s.page, count(*) AS n, count(*) FILTER (g.reached_at > s.seen_at) AS reached
                FROM seen s LEFT JOIN goal g ON g.site = ? AND g.session = s.session GROUP BY ALL),
            press AS (SELECT c.session, coalesce(p.template, p.path) AS page, e.identity, min(c.happened_at) AS pressed_at,
                    max(coalesce(nullif(e.label, ''), string_split(e.selector, '>')[-1])) AS label
                FROM event c JOIN page p ON p.site = c.site AND p.page = c.page
                JOIN element e ON e.site = c.site AND e.element = c.element
                WHERE c.site = ? AND c.kind = 'click' AND c.session IN (%1$s) GROUP BY ALL)
            SELECT t.page, max(t.label), count(*) AS n, count(*) FILTER (g.reached_at > t.pressed_at), any_value(a.n), any_value(a.reached)
            FROM press t JOIN pages a ON a.page = t.page
            LEFT JOIN goal g ON g.site = ? AND g.session = t.session
            GROUP BY t.page, t.identity HAVING n >= 30 ORDER BY n DESC LIMIT 200""";

    private static final String STAYS = """
            SELECT coalesce(p.template, p.path) AS page, median(w.engaged_ms)::BIGINT,
                quantile_cont(w.engaged_ms, 0.75)::BIGINT, count(*) AS n
            FROM page_view w JOIN page p ON p.site = w.site AND p.page = w.page
            WHERE w.site = ? AND w.seen AND w.session IN (%s)
            GROUP BY ALL ORDER BY n DESC LIMIT 10""";

    private final Facts facts;

    public CheckupReader(Facts facts) {
        this.facts = facts;
    }

    public CheckupFigures read(SessionFilter filter) {
        SqlPart sessions = FilterSql.sessions(filter.people());
        int site = filter.siteId();
        return facts.read(connection -> new CheckupFigures(
                shares(connection, ENTRIES.formatted(sessions.text()), site, sessions),
                stays(connection, BOUNCES.formatted(sessions.text()), site, sessions)
                        .get(0),
                shares(connection, TURNS.formatted(sessions.text()), site, sessions),
                shares(connection, SEARCHES.formatted(sessions.text(), "false"), site, sessions)
                        .get(0),
                shares(connection, SEARCHES.formatted(sessions.text(), "true"), site, sessions)
                        .get(0),
                shares(connection, SCROLLED.formatted(sessions.text()), site, sessions),
                calls(connection, site, sessions),
                stays(connection, STAYS.formatted(sessions.text()), site, sessions)));
    }

    private static List<CheckupFigures.Share> shares(Connection connection, String sql, int site, SqlPart sessions)
            throws SQLException {
        List<CheckupFigures.Share> shares = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                shares.add(new CheckupFigures.Share(row.getString(1), row.getLong(2), row.getLong(3)));
            }
        }
        return shares;
    }

    private static List<CheckupFigures.Stay> stays(Connection connection, String sql, int site, SqlPart sessions)
            throws SQLException {
        List<CheckupFigures.Stay> stays = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                stays.add(new CheckupFigures.Stay(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
        return stays;
    }

    private static List<CheckupFigures.Call> calls(Connection connection, int site, SqlPart sessions)
            throws SQLException {
        List<CheckupFigures.Call> calls = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(CALLS.formatted(sessions.text()))) {
            int next = 1;
            query.setInt(next++, site);
            next = sessions.bind(query, next);
            query.setInt(next++, site);
            query.setInt(next++, site);
            next = sessions.bind(query, next);
            query.setInt(next, site);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                calls.add(new CheckupFigures.Call(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
            }
        }
        return calls;
    }
}
