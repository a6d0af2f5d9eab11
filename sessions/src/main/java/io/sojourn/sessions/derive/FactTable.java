package io.sojourn.sessions.derive;

import java.util.List;

/**
 * A table of facts. The store puts {@code site INTEGER, session UUID} before its columns.
 *
 * @param name lower case, unique in the facts
 */
public record FactTable(String name, List<Column> columns) {
    public FactTable {
        columns = List.copyOf(columns);
    }

    public record Column(String name, Type type) {}

    public enum Type {
        /** {@code int} */
        INTEGER,
        /** {@code long}: ids, epoch ms */
        BIGINT,
        /** {@code double} */
        DOUBLE,
        /** {@code boolean} */
        BOOLEAN,
        /** {@code String} */
        VARCHAR
    }

    public static Column column(String name, Type type) {
        return new Column(name, type);
    }
}
