package io.sojourn.heatmap.store;

import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.ElementClicks;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
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
            WITH hit AS (
                SELECT element, x, y, box_width, box_height FROM heat_click
                WHERE site = ? AND device = ? AND page = (SELECT page FROM page WHERE site = ? AND path = ?)
                    AND session IN (%s)),
            grid AS (
                SELECT element, count(*) AS clicks,
                    least(128, greatest(1, ceil(median(box_width) / 8)))::INTEGER AS columns,
                    least(128, greatest(1, ceil(median(box_height) / 8)))::INTEGER AS lines
                FROM hit GROUP BY element),
            cell AS (
                SELECT hit.element, any_value(clicks) AS clicks, any_value(columns) AS columns, any_value(lines) AS lines,
                    x * columns // 32768 AS column_at, y * lines // 32768 AS line_at, count(*) AS n
                FROM hit JOIN grid ON hit.element IS NOT DISTINCT FROM grid.element
                GROUP BY hit.element, column_at, line_at)
            SELECT cell.*, known.selector, known.label, known.fingerprint
            FROM cell LEFT JOIN element known ON known.site = ? AND known.element = cell.element
            ORDER BY clicks DESC, cell.element, n DESC, line_at, column_at""";

    private static final String VIEWS = """
            SELECT count(*) FROM page_view
            WHERE site = ? AND device = ? AND seen AND page = (SELECT page FROM page WHERE site = ? AND path = ?)
                AND session IN (%s)""";

    private final Facts facts;

    public ClickMaps(Facts facts) {
        this.facts = facts;
    }

    /** @param filter which sessions; its own device, if any, is about how they began, {@code device} about this page */
    public PointMap read(SessionFilter filter, String page, Device device) {
        SqlPart sessions = FilterSql.sessions(filter);
        return facts.read(connection -> {
            long views = views(connection, filter.siteId(), page, device, sessions);
            return map(connection, filter.siteId(), page, device, sessions, views);
        });
    }

    private static long views(Connection connection, int site, String page, Device device, SqlPart sessions)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VIEWS.formatted(sessions.text()))) {
            bind(query, site, page, device, sessions);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static PointMap map(
            Connection connection, int site, String page, Device device, SqlPart sessions, long views)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CELLS.formatted(sessions.text()))) {
            int next = bind(query, site, page, device, sessions);
            query.setInt(next, site);
            return collect(query.executeQuery(), page, device, views);
        }
    }

    private static int bind(PreparedStatement query, int site, String page, Device device, SqlPart sessions)
            throws SQLException {
        query.setInt(1, site);
        query.setString(2, device.key());
        query.setInt(3, site);
        query.setString(4, page);
        return sessions.bind(query, 5);
    }

    private static PointMap collect(ResultSet rows, String page, Device device, long views) throws SQLException {
        Map<Long, ElementClicks> elements = new LinkedHashMap<>();
        long placed = 0;
        long unplaced = 0;
        while (rows.next()) {
            long n = rows.getLong("n");
            long element = rows.getLong("element");
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
