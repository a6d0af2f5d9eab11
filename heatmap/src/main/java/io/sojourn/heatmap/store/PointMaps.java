package io.sojourn.heatmap.store;

import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.MarkedElement;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.SqlPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps of marks, counted by the database: the answer grows with elements and cells, not with marks. Any thread. */
public final class PointMaps {
    private static final String CELLS = """
            , grid AS (
                SELECT identity, sum(weight)::BIGINT AS marks, count(*) FILTER (opens_element) AS views,
                    median(box_x)::INTEGER AS box_x, median(box_y)::INTEGER AS box_y,
                    median(box_width)::INTEGER AS box_width, median(box_height)::INTEGER AS box_height,
                    least(128, greatest(1, ceil(coalesce(median(box_width), 0) / 8)))::INTEGER AS columns,
                    least(128, greatest(1, ceil(coalesce(median(box_height), 0) / 8)))::INTEGER AS lines
                FROM hit GROUP BY identity),
            cell AS (
                SELECT hit.identity, x * columns // 32768 AS column_at, y * lines // 32768 AS line_at,
                    sum(weight)::BIGINT AS n
                FROM hit JOIN grid ON hit.identity IS NOT DISTINCT FROM grid.identity
                GROUP BY ALL)
            SELECT cell.identity, cell.column_at, cell.line_at, cell.n, grid.* EXCLUDE identity
            FROM cell JOIN grid ON cell.identity IS NOT DISTINCT FROM grid.identity
            ORDER BY grid.marks DESC, cell.identity, cell.n DESC, cell.line_at, cell.column_at""";

    private final Facts facts;

    public PointMaps(Facts facts) {
        this.facts = facts;
    }

    public PointMap read(HeatQuestion question, PointKind kind) {
        Asked asked = new Asked(question);
        return facts.read(connection -> {
            long views = Views.count(connection, asked);
            Collected collected = hits(asked, kind).add(CELLS).query(connection, rows -> new Collected().read(rows));
            return collected.named(ElementNames.of(connection, asked)).map(question, views);
        });
    }

    private static Sql hits(Asked asked, PointKind kind) {
        SqlPart marks = MarkSql.of(kind.marks(), asked);
        return Sql.of("WITH stands AS MATERIALIZED (")
                .add(asked.elements("e.element, e.identity").part())
                .add("), hit AS MATERIALIZED (SELECT stands.identity, m.* FROM (")
                .add(marks)
                .add(") m LEFT JOIN stands ON stands.element = m.element)");
    }

    /** The rows of the answer, most marked element first, its cells together. */
    private static final class Collected {
        private final Map<Long, Group> groups = new LinkedHashMap<>();
        private long unplaced;
        private long placed;
        private long others;

        private record Group(long count, long views, ElementBox box, List<Cell> cells) {}

        Collected read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                long n = rows.getLong("n");
                long identity = rows.getLong("identity");
                if (rows.wasNull()) {
                    unplaced += n;
                    continue;
                }
                placed += n;
                Group group = groups.get(identity);
                if (group == null && groups.size() >= PointMap.MOST_ELEMENTS) {
                    others += n;
                    continue;
                }
                if (group == null) {
                    group = group(rows);
                    groups.put(identity, group);
                }
                group.cells().add(cell(rows, n));
            }
            return this;
        }

        private static Group group(ResultSet row) throws SQLException {
            ElementBox box = new ElementBox(
                    row.getInt("box_x"), row.getInt("box_y"), row.getInt("box_width"), row.getInt("box_height"));
            return new Group(row.getLong("marks"), row.getLong("views"), box, new ArrayList<>());
        }

        private static Cell cell(ResultSet row, long n) throws SQLException {
            return new Cell(
                    middle(row.getInt("column_at"), row.getInt("columns")),
                    middle(row.getInt("line_at"), row.getInt("lines")),
                    n);
        }

        private static int middle(int index, int of) {
            return (int) ((2L * index + 1) * 32_768 / (2L * of));
        }

        Named named(Map<Long, ElementName> names) {
            return (question, views) -> new PointMap(
                    question.page(),
                    question.device().key(),
                    views,
                    placed + unplaced,
                    placed,
                    unplaced,
                    others,
                    groups.entrySet().stream()
                            .map(entry -> element(entry.getKey(), entry.getValue(), names))
                            .toList());
        }

        private static MarkedElement element(Long identity, Group group, Map<Long, ElementName> names) {
            String key = Long.toHexString(identity);
            ElementName name = names.getOrDefault(identity, ElementName.unknown(key));
            return new MarkedElement(name, group.count(), group.views(), group.box(), group.cells());
        }
    }

    private interface Named {
        PointMap map(HeatQuestion question, long views);
    }
}
