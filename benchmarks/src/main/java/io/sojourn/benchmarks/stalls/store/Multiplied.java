package io.sojourn.benchmarks.stalls.store;

import io.sojourn.sessions.store.Facts;
import java.sql.Statement;
import java.util.List;

/** The same facts again and again under other sessions and visitors, for reports over more visits than can be told in minutes. */
public final class Multiplied {
    private static final List<String> TABLES = List.of(
            "visit", "page_view", "event", "signal", "journey_step", "journey_stall", "journey_soft", "goal_reached");

    private Multiplied() {}

    /** @return how many visits there are then */
    public static int upTo(Facts facts, int visits, int wanted) {
        int times = (wanted + visits - 1) / visits;
        return facts.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    String visitor = table.equals("visit") ? ", md5(visitor || '.' || n) AS visitor" : "";
                    statement.execute("INSERT INTO " + table
                            + " SELECT t.* REPLACE (md5(session::VARCHAR || '.' || n)::UUID AS session" + visitor
                            + ") FROM "
                            + table + " t, range(1, " + times + ") u(n)");
                }
            }
            return visits * times;
        });
    }
}
