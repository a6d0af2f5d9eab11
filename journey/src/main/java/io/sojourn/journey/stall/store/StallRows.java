package io.sojourn.journey.stall.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.journey.stall.Cause;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stalls of some sessions, with the places they are about as the dimensions call them now. */
final class StallRows {
    private static final String STALLS = """
            SELECT (hash(s.session) >> 1)::BIGINT AS visit, s.session, v.started_at AS visit_started, coalesce(p.template, p.path) AS template,
                s.about, e.identity, e.selector, e.label, e.fingerprint, s.form, s.field, s.kind, s.kinds, s.cause, s.outcome,
                s.started_at, s.ended_at, s.engaged_at_ms, s.own_ms, s.longest_ms, s.comparable, s.moved_on, s.goal,
                s.goal_before, v.ended, v.has_recording, s.evidence
            FROM journey_stall s
            JOIN visit v ON v.site = s.site AND v.session = s.session
            JOIN page p ON p.site = s.site AND p.page = s.page
            LEFT JOIN element e ON e.site = s.site AND e.element = s.element
            WHERE s.site = ? AND s.session IN (%s)
            ORDER BY s.started_at, s.session, s.kind""";

    private StallRows() {}

    static List<StallRow> read(Connection connection, int site, SqlPart sessions) throws SQLException {
        List<StallRow> found = new ArrayList<>();
        Map<StallRow.Place, StallRow.Place> places = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(STALLS.formatted(sessions.text()))) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.add(stall(rows, places, texts));
            }
        }
        return found;
    }

    private static StallRow stall(ResultSet row, Map<StallRow.Place, StallRow.Place> places, Map<String, String> texts)
            throws SQLException {
        StallRow.Place place = place(row);
        return new StallRow(
                row.getLong("visit"),
                id((UUID) row.getObject("session")),
                row.getLong("visit_started"),
                places.computeIfAbsent(place, same -> same),
                shared(row.getString("kind"), texts),
                shared(row.getString("kinds"), texts),
                Cause.ofKey(row.getString("cause")),
                shared(row.getString("outcome"), texts),
                row.getLong("started_at"),
                row.getLong("ended_at"),
                row.getInt("engaged_at_ms"),
                row.getInt("own_ms"),
                row.getInt("longest_ms"),
                row.getBoolean("comparable"),
                row.getBoolean("moved_on"),
                row.getBoolean("goal"),
                row.getBoolean("goal_before"),
                row.getBoolean("ended"),
                row.getBoolean("has_recording"),
                text(row, "evidence"));
    }

    private static Id128 id(UUID uuid) {
        return new Id128(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    private static StallRow.Place place(ResultSet row) throws SQLException {
        long identity = row.getLong("identity");
        @Nullable Long element = row.wasNull() ? null : identity;
        return new StallRow.Place(
                row.getString("template"),
                row.getString("about"),
                element,
                text(row, "selector"),
                text(row, "label"),
                text(row, "form"),
                text(row, "field"),
                text(row, "fingerprint"));
    }

    private static String shared(String text, Map<String, String> texts) {
        return texts.computeIfAbsent(text, same -> same);
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
