package io.sojourn.sessions.testing;

import io.sojourn.sessions.store.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All rows of some tables in one order, for comparing two databases. */
public final class FactsDump {
    private FactsDump() {}

    public static TreeMap<String, List<String>> of(Facts facts, String... tables) {
        return facts.read(connection -> {
            TreeMap<String, List<String>> dump = new TreeMap<>();
            try (Statement query = connection.createStatement()) {
                for (String table : tables) {
                    dump.put(table, rows(query, table));
                }
            }
            return dump;
        });
    }

    private static List<String> rows(Statement query, String table) throws SQLException {
        ResultSet rows = query.executeQuery("SELECT t::VARCHAR FROM " + table + " t ORDER BY 1");
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            lines.add(rows.getString(1));
        }
        return lines;
    }
}
