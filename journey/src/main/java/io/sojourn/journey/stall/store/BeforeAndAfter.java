package io.sojourn.journey.stall.store;

import io.sojourn.journey.stall.Loss;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.Verification;
import io.sojourn.sessions.store.Facts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Counts visits to the page of a place before and after a release, and how many stalled there (SIGNALS 11.7): up to two weeks
 * after it, the four weeks before it, and of those only the days of the week that have come again since. People only. Any thread.
 */
public final class BeforeAndAfter {
    private static final long DAY = 86_400_000L;
    private static final long LONGEST = 14 * DAY;
    private static final int WEEK = 7;

    private static final String SIDE = """
            WITH seen AS (SELECT s.session, bool_or(s.goal_ms >= 0) AS goal, bool_or(s.moved_on_ms >= 0) AS moved_on,
                    bool_and(v.started_at >= ?) AS exposed
                FROM journey_step s JOIN page p ON p.site = s.site AND p.page = s.page
                JOIN visit v ON v.site = s.site AND v.session = s.session
                WHERE s.site = ? AND v.ended AND v.class = 'person' AND coalesce(p.template, p.path) = ?
                    AND s.started_at >= ? AND s.started_at < ? AND ((s.started_at - ?) // 86400000 % 7 + 7) % 7 < ? GROUP BY s.session),
            stalled AS (SELECT DISTINCT s.session FROM journey_stall s JOIN page p ON p.site = s.site AND p.page = s.page
                LEFT JOIN element e ON e.site = s.site AND e.element = s.element
                WHERE s.site = ? AND coalesce(p.template, p.path) = ? AND s.about = ? AND coalesce(e.identity, 0) = ?
                    AND coalesce(s.form, '') = ? AND coalesce(s.field, '') = ?)
            SELECT count(*), count(*) FILTER (session IN (SELECT session FROM stalled)),
                count(*) FILTER (CASE WHEN ? THEN NOT goal ELSE NOT goal AND NOT moved_on END), count(*) FILTER (exposed)
            FROM seen""";

    private final Facts facts;

    public BeforeAndAfter(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param releasedAt epoch ms
     * @param now epoch ms
     */
    public Verification compare(int site, StallRow.Place place, Loss loss, long releasedAt, long now) {
        long after = Math.min(LONGEST, Math.max(0, now - releasedAt));
        int days = (int) Math.min(WEEK, Math.max(1, (after + DAY - 1) / DAY));
        return Verification.of(
                side(site, place, loss, new Stretch(releasedAt - 2 * LONGEST, releasedAt, releasedAt, days)),
                side(site, place, loss, new Stretch(releasedAt, releasedAt + after, releasedAt, days)));
    }

    /** @param days of each week, counted from the release on */
    private record Stretch(long from, long to, long releasedAt, int days) {}

    private Verification.Side side(int site, StallRow.Place place, Loss loss, Stretch stretch) {
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SIDE)) {
                query.setLong(1, stretch.from());
                query.setInt(2, site);
                query.setString(3, place.template());
                query.setLong(4, stretch.from());
                query.setLong(5, stretch.to());
                query.setLong(6, stretch.releasedAt());
                query.setInt(7, stretch.days());
                query.setInt(8, site);
                query.setString(9, place.template());
                query.setString(10, place.about());
                query.setLong(11, place.element() == null ? 0 : place.element());
                query.setString(12, place.form());
                query.setString(13, place.field());
                query.setBoolean(14, loss == Loss.GOAL);
                ResultSet row = query.executeQuery();
                row.next();
                return new Verification.Side(
                        stretch.from(), stretch.to(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        });
    }
}
