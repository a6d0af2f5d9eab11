package io.sojourn.sessions.derive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row under way, filled by the names of its columns; what is never named stays null. One thread. */
public final class FactRow {
    private final FactTable table;
    private final @Nullable Object[] values;

    public FactRow(FactTable table) {
        this.table = table;
        this.values = new Object[table.columns().size()];
    }

    /** @throws IllegalArgumentException if the table has no such column */
    public FactRow put(String column, @Nullable Object value) {
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i).name().equals(column)) {
                values[i] = value;
                return this;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no column " + column);
    }

    public void addTo(FactSink facts) {
        facts.add(table, values);
    }

    @Override
    public String toString() {
        return table.name() + Arrays.toString(values);
    }
}
