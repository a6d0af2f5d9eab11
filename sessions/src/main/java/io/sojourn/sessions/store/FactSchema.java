package io.sojourn.sessions.store;

import io.sojourn.sessions.derive.FactTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A fact table as the database has it. Facts can be derived again, so a table of other columns is simply made anew. */
record FactSchema(FactTable table) {
    private static final Set<String> OURS = Set.of(
            "page",
            "element",
            "kept_session",
            "block",
            "session_visitor",
            "follower",
            "set_aside",
            "notice",
            "suppressed",
            "suppression_key",
            "segment_rewrite",
            "facts_rewrite",
            "derived_by",
            "server_event",
            "facts_ordered");

    FactSchema {
        table.columns().forEach(column -> checkName(column.name()));
        checkName(table.name());
        if (OURS.contains(table.name())) {
            throw new IllegalArgumentException("there is a table named " + table.name() + " already");
        }
    }

    private static void checkName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("neither table nor column can be named " + name);
        }
    }

    /** @return whether the table is new */
    boolean create(DuckFacts.Writing writing) throws SQLException {
        if (columnsThere(writing).equals(columnsWanted())) {
            return false;
        }
        writing.execute("DROP TABLE IF EXISTS " + table.name());
        writing.execute("CREATE TABLE " + table.name() + "(" + definition() + ")");
        return true;
    }

    /** Names are quoted: a column may be called "at", which means something else in SQL. */
    private String definition() {
        return columnsWanted().stream()
                .map(column -> "\"" + column.replace(" ", "\" "))
                .collect(Collectors.joining(", "));
    }

    private List<String> columnsWanted() {
        List<String> columns = new ArrayList<>(List.of("site INTEGER", "session UUID"));
        for (FactTable.Column column : table.columns()) {
            columns.add(column.name() + " " + column.type());
        }
        return columns;
    }

    private List<String> columnsThere(DuckFacts.Writing writing) throws SQLException {
        String sql = "SELECT column_name, data_type FROM duckdb_columns()"
                + " WHERE NOT internal AND database_name = current_database() AND table_name = ? ORDER BY column_index";
        try (PreparedStatement query = writing.connection().prepareStatement(sql)) {
            query.setString(1, table.name());
            ResultSet rows = query.executeQuery();
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(rows.getString(1) + " " + rows.getString(2));
            }
            return columns;
        }
    }
}
