package io.sojourn.sessions.store;

import io.sojourn.sessions.derive.FactTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Lays facts down in the order they are asked for: by site, page and time, so that a report on one page reads a few groups of
 * rows and skips the rest. Replacing a session's facts leaves holes behind and puts the new rows last, so it is done again once
 * a day. Each table is one transaction; a crash leaves it as it was. One thread.
 */
public final class FactOrder {
    private final DuckFacts facts;
    private final List<FactTable> tables;

    public FactOrder(DuckFacts facts, List<FactTable> tables) {
        this.facts = facts;
        this.tables = List.copyOf(tables);
        facts.prepare(writing -> {
            writing.execute(
                    "CREATE TABLE IF NOT EXISTS facts_ordered(name VARCHAR, ordered_at BIGINT, row_count BIGINT)");
            return true;
        });
    }

    /**
     * Orders one table that was last ordered before {@code before} (epoch ms) and has other rows since.
     *
     * @param now epoch ms
     * @return whether there was one
     */
    public boolean orderOne(long before, long now) {
        for (FactTable table : tables) {
            if (due(table.name(), before)) {
                order(table, now);
                return true;
            }
        }
        return false;
    }

    private boolean due(String table, long before) {
        String sql = "SELECT count(*) FROM facts_ordered WHERE name = ? AND ordered_at >= ?";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, table);
                query.setLong(2, before);
                ResultSet row = query.executeQuery();
                row.next();
                return row.getLong(1) == 0;
            }
        });
    }

    private void order(FactTable table, long now) {
        facts.write(writing -> {
            String name = table.name();
            writing.execute("CREATE TABLE " + name + "_ordered AS SELECT * FROM " + name + " ORDER BY " + by(table));
            writing.execute("DROP TABLE " + name);
            writing.execute("ALTER TABLE " + name + "_ordered RENAME TO " + name);
            note(writing, name, now);
            return true;
        });
    }

    private static String by(FactTable table) {
        StringBuilder order = new StringBuilder("site");
        for (String column : List.of("page", "started_at", "happened_at")) {
            if (table.columns().stream().anyMatch(known -> known.name().equals(column))) {
                order.append(", ").append(column);
            }
        }
        return order.append(", session").toString();
    }

    private static void note(DuckFacts.Writing writing, String table, long now) throws SQLException {
        writing.execute("DELETE FROM facts_ordered WHERE name = '" + table + "'");
        writing.execute("INSERT INTO facts_ordered SELECT '" + table + "', " + now + ", count(*) FROM " + table);
    }
}
