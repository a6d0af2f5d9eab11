package io.sojourn.sessions.store;

import io.sojourn.sessions.filter.SessionFilter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many sessions pass a filter, and how many would if one more condition were set. Any thread. */
public final class SessionCounts {
    private static final int MOST_VALUES = 20;

    private final Facts facts;

    /** What is counted by: the name of a filter's field, and where its values stand. */
    private enum By {
        CLASS("v.class"),
        DEVICE("v.device"),
        BROWSER("v.browser"),
        OS("v.os"),
        LANGUAGE("v.language"),
        COUNTRY("v.country"),
        CHANNEL("v.channel"),
        SOURCE("v.source"),
        CAMPAIGN("v.campaign"),
        BOUNCE("v.bounce::VARCHAR"),
        RECORDED("(v.session IN (SELECT k.session FROM kept_session k WHERE k.playback_batches > 0))::VARCHAR"),
        ENTRY("(SELECT p.template FROM page p WHERE p.site = v.site AND p.page = v.entry_page)"),
        GOAL("goal_reached", "goal"),
        SIGNAL("signal", "kind");

        private final String table;
        private final String column;

        By(String column) {
            this("", column);
        }

        By(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    public record Value(String value, long sessions) {}

    /** @param by the most frequent values of each field that has any, most frequent first */
    public record Counts(long sessions, Map<String, List<Value>> by) {}

    public SessionCounts(Facts facts) {
        this.facts = facts;
    }

    public Counts of(SessionFilter filter) {
        SqlPart passing = FilterSql.passing(filter);
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql(passing.text()))) {
                passing.bind(query, 1);
                return read(query.executeQuery());
            }
        });
    }

    /** One pass over the visits that pass, whatever is counted. */
    private static String sql(String passing) {
        StringBuilder sql = new StringBuilder("WITH v AS MATERIALIZED (SELECT v.* FROM visit v WHERE " + passing
                + ") SELECT '', '', count(*) FROM v");
        for (By by : By.values()) {
            String name = by.name().toLowerCase(Locale.ROOT);
            String counted = by.table.isEmpty()
                    ? "SELECT " + by.column + " AS value, count(*) AS n FROM v GROUP BY 1"
                    : "SELECT x." + by.column + " AS value, count(DISTINCT x.session) AS n FROM " + by.table
                            + " x JOIN v ON v.site = x.site AND v.session = x.session GROUP BY 1";
            sql.append(" UNION ALL SELECT '" + name + "', value, n FROM (" + counted + " ORDER BY n DESC, 1 LIMIT "
                    + MOST_VALUES + ") WHERE value <> ''");
        }
        return sql.toString();
    }

    private static Counts read(ResultSet rows) throws SQLException {
        long sessions = 0;
        Map<String, List<Value>> by = new LinkedHashMap<>();
        while (rows.next()) {
            if (rows.getString(1).isEmpty()) {
                sessions = rows.getLong(3);
            } else {
                by.computeIfAbsent(rows.getString(1), first -> new ArrayList<>())
                        .add(new Value(rows.getString(2), rows.getLong(3)));
            }
        }
        by.values().forEach(values -> values.sort((one, other) -> Long.compare(other.sessions(), one.sessions())));
        return new Counts(sessions, by);
    }
}
