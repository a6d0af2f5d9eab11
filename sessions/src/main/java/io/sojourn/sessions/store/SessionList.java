package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions as a list, page by page. Any thread. */
public final class SessionList {
    public static final int MAX_LIMIT = 1_000;

    /** Somebody who is there sends something every few seconds; who only reads for a while is still counted as there. */
    private static final long LIVE_MS = Duration.ofMinutes(5).toMillis();

    /**
     * First which rows, then what is to be known of those few. As few columns as possible in the first part: where a condition
     * joins all visits with something, the database keeps these columns of all of them in memory.
     */
    private static final String ITEMS = """
            WITH few AS MATERIALIZED (
                SELECT v.rowid AS row, %s AS sorted FROM visit v %s WHERE %s)
            SELECT v.session, v.visitor, v.started_at, v.ended_at, v.ended, v.engaged_ms, v.page_views, v.clicks,
                coalesce(entry.path, ''), coalesce(exit.path, ''), v.device, v.browser, v.os, v.country, v.language,
                coalesce(k.playback_batches, 0) > 0, v.gaps, v.automated, coalesce(k.last_received, v.ended_at),
                (SELECT count(*) FROM signal g WHERE g.site = v.site AND g.session = v.session), few.sorted
            FROM few
            JOIN visit v ON v.rowid = few.row
            LEFT JOIN kept_session k ON k.site = v.site AND k.session = v.session
            LEFT JOIN page entry ON entry.site = v.site AND entry.page = v.entry_page
            LEFT JOIN page exit ON exit.site = v.site AND exit.page = v.exit_page
            """;

    private static final String COUNTED_STALLS =
            "LEFT JOIN (SELECT session, count(*) AS n FROM signal WHERE site = %d GROUP BY session) stalls"
                    + " ON stalls.session = v.session";

    private final Facts facts;

    public SessionList(Facts facts) {
        this.facts = facts;
    }

    /** @param next names the following page; null at the end */
    public record Page(List<SessionItem> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * @param cursor {@code next} of the page before; null for the first
     * @param limit 1 to {@value #MAX_LIMIT}
     * @param now epoch ms, to tell who is still there
     * @throws IllegalArgumentException with a sentence, if the cursor or the limit is wrong
     */
    public Page list(SessionFilter filter, SessionSort sort, @Nullable String cursor, int limit, long now) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("\"limit\" must be between 1 and " + MAX_LIMIT + ".");
        }
        SqlPart passing = FilterSql.passing(filter);
        SqlPart after = after(sort, cursor);
        String direction = sort.descending() ? " DESC" : "";
        String some = passing.text() + after.text() + " ORDER BY sorted" + direction + ", v.session" + direction
                + " LIMIT " + (limit + 1);
        String stalls = sort.by() == SessionSort.By.STALLS ? COUNTED_STALLS.formatted(filter.siteId()) : "";
        String sql = ITEMS.formatted(sort.by().sql, stalls, some) + " ORDER BY few.sorted" + direction + ", v.session"
                + direction;
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                after.bind(query, passing.bind(query, 1));
                return page(query.executeQuery(), sort, limit, now);
            }
        });
    }

    private static SqlPart after(SessionSort sort, @Nullable String cursor) {
        if (cursor == null) {
            return new SqlPart("", List.of());
        }
        SessionCursor from = SessionCursor.decode(cursor, sort);
        String beyond = sort.descending() ? "<" : ">";
        return new SqlPart(
                " AND (%1$s %2$s ? OR (%1$s = ? AND v.session %2$s ?))".formatted(sort.by().sql, beyond),
                List.of(from.value(), from.value(), from.session().toUuid()));
    }

    private static Page page(ResultSet rows, SessionSort sort, int limit, long now) throws SQLException {
        List<SessionItem> items = new ArrayList<>();
        long lastValue = 0;
        while (rows.next()) {
            if (items.size() == limit) {
                Id128 last = items.get(limit - 1).id();
                return new Page(items, new SessionCursor(sort, lastValue, last).encoded());
            }
            items.add(item(rows, now));
            lastValue = rows.getLong(21);
        }
        return new Page(items, null);
    }

    /** @param now epoch ms */
    public Optional<SessionItem> find(int siteId, Id128 session, long now) {
        String sql = ITEMS.formatted("0", "", "v.site = ? AND v.session = ?");
        return facts.read(connection -> find(connection, sql, siteId, session, now));
    }

    private static Optional<SessionItem> find(Connection facts, String sql, int siteId, Id128 session, long now)
            throws SQLException {
        try (PreparedStatement query = facts.prepareStatement(sql)) {
            query.setInt(1, siteId);
            query.setObject(2, session.toUuid());
            ResultSet rows = query.executeQuery();
            return rows.next() ? Optional.of(item(rows, now)) : Optional.empty();
        }
    }

    private static SessionItem item(ResultSet row, long now) throws SQLException {
        String visitor = row.getString(2);
        boolean live = !row.getBoolean(5) && now - row.getLong(19) < LIVE_MS;
        return new SessionItem(
                Id128.of((UUID) row.getObject(1)),
                visitor == null ? null : Id128.parse(visitor),
                row.getLong(3),
                row.getLong(4),
                live,
                row.getLong(6),
                row.getInt(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                Device.ofKey(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getBoolean(16),
                row.getInt(17),
                row.getInt(20),
                row.getBoolean(18));
    }
}
