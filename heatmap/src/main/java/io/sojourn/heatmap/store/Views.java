package io.sojourn.heatmap.store;

import io.sojourn.heatmap.PageState;
import java.sql.Connection;
import java.sql.SQLException;

/** How many page views a map is made of. */
final class Views {
    private Views() {}

    /** Those that were looked at; of a dialog, those in which it opened. */
    static long count(Connection connection, Asked asked) throws SQLException {
        PageState state = asked.question().state();
        Sql query = state == null || state.isBase()
                ? Sql.of("SELECT count(*) FROM page_view m WHERE m.seen AND ").add(asked.rows("m", "started_at"))
                : Sql.of("SELECT count(DISTINCT (m.session, m.view)) FROM heat_overlay m WHERE ")
                        .add(asked.rows("m", "opened_at"))
                        .add(asked.state("m.element"));
        return query.query(connection, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }
}
