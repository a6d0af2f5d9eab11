package io.sojourn.sessions.store;

import java.sql.SQLException;

/** The facts database did not do what it was asked. What was asked had no effect. */
public final class FactsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactsUnavailable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
