package io.sojourn.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Read access to the facts database for the query classes of {@code store} packages. Any thread. */
public interface Facts {
    /** Runs a query on a connection of its own; the connection is read-only by agreement and is taken back afterwards. */
    <T> T read(Query<T> query);

    interface Query<T> {
        T run(Connection facts) throws SQLException;
    }
}
