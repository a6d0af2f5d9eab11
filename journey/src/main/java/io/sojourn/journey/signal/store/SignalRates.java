package io.sojourn.journey.signal.store;

import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/** In how many visits each kind of sign is found. Visits of programs are left out unless the filter asks for them. Any thread. */
public final class SignalRates {
    private static final String RATES = """
            SELECT kind, count(DISTINCT session) FROM (
                SELECT site, session, kind FROM signal UNION ALL SELECT site, session, kind FROM journey_soft
                UNION ALL SELECT site, session, kind FROM journey_stall WHERE kind = 'no_progress') g
            WHERE g.site = ? AND g.session IN (%s)
            GROUP BY kind""";

    private final Facts facts;

    public SignalRates(Facts facts) {
        this.facts = facts;
    }

    /** All visits of people the filter means. */
    public long visits(SessionFilter filter) {
        SqlPart sessions = FilterSql.sessions(filter.people());
        String sql = "SELECT count(*) FROM visit v WHERE v.site = ? AND v.session IN (%s)";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql.formatted(sessions.text()))) {
                query.setInt(1, filter.siteId());
                sessions.bind(query, 2);
                ResultSet row = query.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    public Map<String, Long> of(SessionFilter filter) {
        SqlPart sessions = FilterSql.sessions(filter.people());
        return facts.read(connection -> {
            Map<String, Long> rates = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(RATES.formatted(sessions.text()))) {
                query.setInt(1, filter.siteId());
                sessions.bind(query, 2);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    rates.put(rows.getString(1), rows.getLong(2));
                }
            }
            return rates;
        });
    }
}
