package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** The signs of friction of one session, in the order they happened. Any thread. */
public final class SessionSignals {
    private static final String SQL = """
            SELECT s.kind, coalesce(p.path, ''), coalesce(nullif(e.label, ''), e.selector, ''), s.happened_at, s.lost_ms, s.count
            FROM signal s
            LEFT JOIN page p ON p.site = s.site AND p.page = s.page
            LEFT JOIN element e ON e.site = s.site AND e.element = s.element
            WHERE s.site = ? AND s.session = ? ORDER BY s.happened_at, s.kind""";

    private final Facts facts;

    public SessionSignals(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param page path of the page; empty when unknown
     * @param element what people know the element by; empty when it is about none
     * @param happenedAt epoch ms
     */
    public record SessionSignal(String kind, String page, String element, long happenedAt, long lostMs, int count) {}

    public List<SessionSignal> of(int siteId, Id128 session) {
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SQL)) {
                query.setInt(1, siteId);
                query.setObject(2, session.toUuid());
                ResultSet rows = query.executeQuery();
                List<SessionSignal> signals = new ArrayList<>();
                while (rows.next()) {
                    signals.add(new SessionSignal(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getInt(6)));
                }
                return signals;
            }
        });
    }
}
