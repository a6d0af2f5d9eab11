package io.sojourn.heatmap.store;

import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement as it is put together: text and the values of its question marks stay in step. One thread. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    Sql add(String more, Object... values) {
        text.append(more);
        arguments.addAll(List.of(values));
        return this;
    }

    Sql add(SqlPart part) {
        text.append(part.text());
        arguments.addAll(part.arguments());
        return this;
    }

    /** Values of question marks that stand in the text already, part after part. */
    Sql bound(SqlPart... parts) {
        for (SqlPart part : parts) {
            arguments.addAll(part.arguments());
        }
        return this;
    }

    Sql values(Object... values) {
        arguments.addAll(List.of(values));
        return this;
    }

    SqlPart part() {
        return new SqlPart(text.toString(), arguments);
    }

    <T> T query(Connection connection, Rows<T> rows) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(text.toString())) {
            part().bind(query, 1);
            return rows.read(query.executeQuery());
        }
    }

    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
