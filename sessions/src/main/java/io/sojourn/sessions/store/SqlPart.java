package io.sojourn.sessions.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A piece of SQL and the values of its question marks, in order. Values never stand in the text. */
public record SqlPart(String text, List<Object> arguments) {
    public SqlPart {
        arguments = List.copyOf(arguments);
    }

    /**
     * Sets the values.
     *
     * @param first the number of this part's first question mark in the whole statement, from 1
     * @return the number of the next question mark after this part
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object argument : arguments) {
            statement.setObject(next++, argument);
        }
        return next;
    }
}
