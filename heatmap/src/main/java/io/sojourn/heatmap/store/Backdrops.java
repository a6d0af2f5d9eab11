package io.sojourn.heatmap.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.heatmap.Backdrop;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.PageSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Recorded page views to draw a map on, the likeliest first: long enough to have settled, newest before older. Any thread. */
public final class Backdrops {
    private static final long SETTLED_MS = 2_000;
    private static final int CANDIDATES = 20;

    private static final String SQL = """
            SELECT page_view.session, page_view.document, page_view.started_at, page_view.ended_at
            FROM page_view JOIN visit ON visit.site = page_view.site AND visit.session = page_view.session
            WHERE page_view.site = ? AND page_view.device = ? AND page_view.recorded AND visit.has_recording
                AND page_view.page IN (%s)
                AND page_view.session IN (%s)
            ORDER BY page_view.ended_at - page_view.started_at >= ? DESC, page_view.started_at DESC
            LIMIT ?""";

    private final Facts facts;

    public Backdrops(Facts facts) {
        this.facts = facts;
    }

    /** @param page a template, for any of its pages, or the path of one of them */
    public List<Backdrop> candidates(SessionFilter filter, String page, Device device) {
        SqlPart pages = PageSql.pages(filter.siteId(), page);
        SqlPart sessions = FilterSql.sessions(filter);
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SQL.formatted(pages.text(), sessions.text()))) {
                query.setInt(1, filter.siteId());
                query.setString(2, device.key());
                int next = sessions.bind(query, pages.bind(query, 3));
                query.setLong(next, SETTLED_MS);
                query.setInt(next + 1, CANDIDATES);
                return read(query.executeQuery());
            }
        });
    }

    private static List<Backdrop> read(ResultSet rows) throws SQLException {
        List<Backdrop> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new Backdrop(
                    Id128.of((UUID) rows.getObject(1)), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
        }
        return found;
    }
}
