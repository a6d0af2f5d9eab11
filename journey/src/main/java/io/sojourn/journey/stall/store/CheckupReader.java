package io.sojourn.journey.stall.store;

import io.sojourn.journey.stall.Checkup;
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
    /** Not engaged (SIGNALS 3.6): less than ten engaged seconds, one page, no goal. */
    private static final String ENTRIES = """
            SELECT coalesce(p.template, p.path) AS page, count(*) FILTER (v.engaged_ms < 10000 AND v.page_views < 2
                AND v.session NOT IN (SELECT e.session FROM event e WHERE e.site = v.site AND e.kind = 'goal')), count(*) AS n
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

    private static final String PRESSED = """
            SELECT coalesce(p.template, p.path) AS page, count(*) FILTER (w.clicks > 0), count(*) AS n
            FROM page_view w JOIN page p ON p.site = w.site AND p.page = w.page
            WHERE w.site = ? AND w.seen AND w.session IN (%s)
            GROUP BY ALL ORDER BY n DESC LIMIT 10""";

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

    public Checkup.Figures read(SessionFilter filter) {
        SqlPart sessions = FilterSql.sessions(filter.people());
        int site = filter.siteId();
        return facts.read(connection -> new Checkup.Figures(
                shares(connection, ENTRIES.formatted(sessions.text()), site, sessions),
                shares(connection, TURNS.formatted(sessions.text()), site, sessions),
                shares(connection, SEARCHES.formatted(sessions.text(), "false"), site, sessions)
                        .get(0),
                shares(connection, SEARCHES.formatted(sessions.text(), "true"), site, sessions)
                        .get(0),
                shares(connection, PRESSED.formatted(sessions.text()), site, sessions),
                stays(connection, site, sessions)));
    }

    private static List<Checkup.Share> shares(Connection connection, String sql, int site, SqlPart sessions)
            throws SQLException {
        List<Checkup.Share> shares = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                shares.add(new Checkup.Share(row.getString(1), row.getLong(2), row.getLong(3)));
            }
        }
        return shares;
    }

    private static List<Checkup.Stay> stays(Connection connection, int site, SqlPart sessions) throws SQLException {
        List<Checkup.Stay> stays = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(STAYS.formatted(sessions.text()))) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                stays.add(new Checkup.Stay(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
        return stays;
    }
}
