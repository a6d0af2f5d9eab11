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
    private static final String PLACE = "(hash(s.page, s.element, s.about, s.form, s.field) >> 1)::BIGINT";
    private static final String WHAT = "(hash(s.kind, s.kinds, s.cause, s.outcome) >> 1)::BIGINT";
    private static final int COMPARABLE = 1;
    private static final int MOVED_ON = 2;
    private static final int GOAL = 4;
    private static final int GOAL_BEFORE = 8;
    private static final int ENDED = 16;
    private static final int RECORDED = 32;

    /** Numbers only: texts are the same again and again, and reading them costs more than the rest together. */
    private static final String STALLS = "SELECT (hash(s.session) >> 1)::BIGINT, s.session, v.started_at, " + PLACE
            + ", " + WHAT
            + ", s.started_at, s.ended_at, s.engaged_at_ms, s.own_ms, s.longest_ms, s.comparable::INTEGER * "
            + COMPARABLE
            + " + s.moved_on::INTEGER * " + MOVED_ON + " + s.goal::INTEGER * " + GOAL + " + s.goal_before::INTEGER * "
            + GOAL_BEFORE + " + v.ended::INTEGER * " + ENDED + " + v.has_recording::INTEGER * " + RECORDED
            + ", %s FROM journey_stall s JOIN visit v ON v.site = s.site AND v.session = s.session"
            + " WHERE s.site = ? AND s.session IN (%s)";

    private static final String PLACES = "SELECT " + PLACE + """
             AS place, any_value(coalesce(p.template, p.path)) AS template, any_value(s.about) AS about,
                any_value(e.identity) AS identity, any_value(e.selector) AS selector, any_value(e.label) AS label,
                any_value(e.fingerprint) AS fingerprint, any_value(s.form) AS form, any_value(s.field) AS field
            FROM journey_stall s
            JOIN page p ON p.site = s.site AND p.page = s.page
            LEFT JOIN element e ON e.site = s.site AND e.element = s.element
            WHERE s.site = ? GROUP BY 1""";

    private static final String WHATS = "SELECT " + WHAT + """
             AS what, any_value(s.kind) AS kind, any_value(s.kinds) AS kinds, any_value(s.cause) AS cause,
                any_value(s.outcome) AS outcome
            FROM journey_stall s WHERE s.site = ? GROUP BY 1""";

    private final Map<Long, StallRow.Place> places = new HashMap<>();
    private final Map<Long, What> whats = new HashMap<>();

    private record What(String kind, String kinds, Cause cause, String outcome) {}

    private StallRows() {}

    /** @param withEvidence whether each row is to tell its signs too */
    static List<StallRow> read(Connection connection, int site, SqlPart sessions, boolean withEvidence)
            throws SQLException {
        return new StallRows().rows(connection, site, sessions, withEvidence);
    }

    private List<StallRow> rows(Connection connection, int site, SqlPart sessions, boolean withEvidence)
            throws SQLException {
        readPlaces(connection, site);
        readWhats(connection, site);
        List<StallRow> found = new ArrayList<>();
        String sql = STALLS.formatted(withEvidence ? "s.evidence" : "NULL", sessions.text());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, site);
            sessions.bind(query, 2);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                StallRow.Place place = places.get(rows.getLong(4));
                if (place != null) {
                    found.add(stall(rows, place, withEvidence));
                }
            }
        }
        return found;
    }

    private void readPlaces(Connection connection, int site) throws SQLException {
        Map<StallRow.Place, StallRow.Place> same = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(PLACES)) {
            query.setInt(1, site);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                StallRow.Place place = place(rows);
                places.put(rows.getLong("place"), same.computeIfAbsent(place, first -> first));
            }
        }
    }

    private void readWhats(Connection connection, int site) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WHATS)) {
            query.setInt(1, site);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                whats.put(
                        rows.getLong("what"),
                        new What(
                                rows.getString("kind"),
                                rows.getString("kinds"),
                                Cause.ofKey(rows.getString("cause")),
                                rows.getString("outcome")));
            }
        }
    }

    private StallRow stall(ResultSet row, StallRow.Place place, boolean withEvidence) throws SQLException {
        What what = whats.get(row.getLong(5));
        if (what == null) {
            throw new IllegalStateException("a stall of a kind that is not among the kinds");
        }
        int flags = row.getInt(11);
        return new StallRow(
                row.getLong(1),
                id((UUID) row.getObject(2)),
                row.getLong(3),
                place,
                what.kind(),
                what.kinds(),
                what.cause(),
                what.outcome(),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                (flags & COMPARABLE) != 0,
                (flags & MOVED_ON) != 0,
                (flags & GOAL) != 0,
                (flags & GOAL_BEFORE) != 0,
                (flags & ENDED) != 0,
                (flags & RECORDED) != 0,
                withEvidence ? text(row, 12) : "");
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

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
