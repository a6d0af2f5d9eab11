package io.sojourn.sites.store;

import io.sojourn.sites.share.Views;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Views in the owners' database. */
public final class SqlViews implements Views {
    private static final long SAME_LOOK_MS = Duration.ofMinutes(10).toMillis();

    private final Database database;
    private final InstantSource clock;

    public SqlViews(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void looked(int siteId, String session, String who, String how) {
        long now = clock.millis();
        database.update("""
                INSERT INTO session_view (site_id, session, viewed_at, who, how)
                SELECT s.id, ?, ?, ?, ? FROM site s WHERE s.id = ? AND NOT EXISTS (
                  SELECT 1 FROM session_view v
                  WHERE v.site_id = ? AND v.session = ? AND v.who = ? AND v.how = ? AND v.viewed_at > ?)""", session, now, who, how, siteId, siteId, session, who, how, now - SAME_LOOK_MS);
    }

    @Override
    public List<View> of(int siteId, String session) {
        return database.list(
                "SELECT viewed_at, who, how FROM session_view WHERE site_id = ? AND session = ?"
                        + " ORDER BY viewed_at DESC, who LIMIT 1000",
                row -> new View(row.getLong(1), row.getString(2), row.getString(3)),
                siteId,
                session);
    }
}
