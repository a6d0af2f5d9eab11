package io.sojourn.heatmap.store;

import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.ElementClicks;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.PageSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Click maps, counted by the database: the answer grows with elements and cells, not with clicks. Any thread. */
public final class ClickMaps {
    private static final String CELLS = """
            WITH stands AS (SELECT element, identity, selector, label, fingerprint FROM element
                WHERE site = ? AND page IN (%1$s)),
            known AS (
                SELECT identity, arg_min(selector, element) AS selector, arg_min(label, element) AS label,
                    arg_min(fingerprint, element) AS fingerprint
                FROM stands GROUP BY identity),
            hit AS (
                SELECT identity, x, y, box_width, box_height
                FROM heat_click LEFT JOIN stands ON stands.element = heat_click.element
                WHERE site = ? AND device = ? AND page IN (%1$s) AND session IN (%2$s)),
            grid AS (
                SELECT identity, count(*) AS clicks,
                    least(128, greatest(1, ceil(median(box_width) / 8)))::INTEGER AS columns,
                    least(128, greatest(1, ceil(median(box_height) / 8)))::INTEGER AS lines
                FROM hit GROUP BY identity),
            cell AS (
                SELECT hit.identity, any_value(clicks) AS clicks, any_value(columns) AS columns, any_value(lines) AS lines,
                    x * columns // 32768 AS column_at, y * lines // 32768 AS line_at, count(*) AS n
                FROM hit JOIN grid ON hit.identity IS NOT DISTINCT FROM grid.identity
                GROUP BY hit.identity, column_at, line_at)
            SELECT cell.*, known.selector, known.label, known.fingerprint
            FROM cell LEFT JOIN known ON known.identity = cell.identity
            ORDER BY clicks DESC, cell.identity, n DESC, line_at, column_at""";

    private static final String VIEWS = """
            SELECT count(*) FROM page_view
            WHERE site = ? AND device = ? AND seen AND page IN (%1$s) AND session IN (%2$s)""";

    private final Facts facts;

    public ClickMaps(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param filter which sessions; its own device, if any, is about how they began, {@code device} about this page
     * @param page a template, for one map of all its pages, or the path of one of them
     */
    public PointMap read(SessionFilter filter, String page, Device device) {
        Asked asked = new Asked(
                filter.siteId(), page, device, PageSql.pages(filter.siteId(), page), FilterSql.sessions(filter));
        return facts.read(connection -> map(connection, asked, views(connection, asked)));
    }

    private record Asked(int site, String page, Device device, SqlPart pages, SqlPart sessions) {
        PreparedStatement prepare(Connection connection, String sql) throws SQLException {
            return connection.prepareStatement(sql.formatted(pages.text(), sessions.text()));
        }

        /** The question marks from a site to the sessions. */
        void bind(PreparedStatement query, int first) throws SQLException {
            query.setInt(first, site);
            query.setString(first + 1, device.key());
            sessions.bind(query, pages.bind(query, first + 2));
        }
    }

    private static long views(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement query = asked.prepare(connection, VIEWS)) {
            asked.bind(query, 1);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static PointMap map(Connection connection, Asked asked, long views) throws SQLException {
        try (PreparedStatement query = asked.prepare(connection, CELLS)) {
            query.setInt(1, asked.site());
            asked.bind(query, asked.pages().bind(query, 2));
            return collect(query.executeQuery(), asked.page(), asked.device(), views);
        }
    }

    private static PointMap collect(ResultSet rows, String page, Device device, long views) throws SQLException {
        Map<Long, ElementClicks> elements = new LinkedHashMap<>();
        long placed = 0;
        long unplaced = 0;
        while (rows.next()) {
            long n = rows.getLong("n");
            long element = rows.getLong("identity");
            if (rows.wasNull()) {
                unplaced += n;
                continue;
            }
            placed += n;
            ElementClicks clicks = elements.get(element);
            if (clicks == null) {
                clicks = element(element, rows);
                elements.put(element, clicks);
            }
            clicks.cells().add(cell(rows));
        }
        return new PointMap(
                page, device.key(), views, placed + unplaced, placed, unplaced, List.copyOf(elements.values()));
    }

    private static ElementClicks element(long id, ResultSet row) throws SQLException {
        return new ElementClicks(
                Long.toHexString(id),
                text(row, "selector"),
                text(row, "label"),
                row.getLong("clicks"),
                new ArrayList<>(),
                text(row, "fingerprint"));
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                middle(row.getInt("column_at"), row.getInt("columns")),
                middle(row.getInt("line_at"), row.getInt("lines")),
                row.getLong("n"));
    }

    private static int middle(int index, int of) {
        return (int) ((2L * index + 1) * 32_768 / (2L * of));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
