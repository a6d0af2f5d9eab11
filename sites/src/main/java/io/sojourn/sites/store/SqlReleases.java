package io.sojourn.sites.store;

import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.Releases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases in the owners' database. */
public final class SqlReleases implements Releases {
    private static final int MAX_NAME = 200;
    private static final int MAX_NOTE = 2000;
    private static final String COLUMNS = "id, site_id, name, live_at, note, marked_by, marked_at";

    private final Database database;
    private final InstantSource clock;

    public SqlReleases(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Release mark(int siteId, String name, long liveAt, @Nullable String note, String by) {
        String tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > MAX_NAME) {
            throw new IllegalArgumentException("Give the release a name of 1 to " + MAX_NAME + " characters.");
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("A note has at most " + MAX_NOTE + " characters.");
        }
        long now = clock.millis();
        if (liveAt <= 0 || liveAt > now + Duration.ofDays(1).toMillis()) {
            throw new IllegalArgumentException(
                    "Say when the release went live, in epoch milliseconds, not later than tomorrow.");
        }
        boolean known = of(siteId).stream().anyMatch(other -> other.name().equals(tidy) && other.liveAt() == liveAt);
        if (known) {
            throw new IllegalArgumentException("There is a release \"" + tidy + "\" at that time already.");
        }
        Release release = new Release(RandomId.next(), siteId, tidy, liveAt, note, by, now);
        database.update(
                "INSERT INTO release_mark (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                release.id(),
                siteId,
                tidy,
                liveAt,
                note,
                by,
                now);
        return release;
    }

    @Override
    public List<Release> of(int siteId) {
        return database.list(
                "SELECT " + COLUMNS + " FROM release_mark WHERE site_id = ? ORDER BY live_at DESC, name",
                SqlReleases::read,
                siteId);
    }

    @Override
    public @Nullable Release byId(int siteId, String id) {
        List<Release> found = database.list(
                "SELECT " + COLUMNS + " FROM release_mark WHERE site_id = ? AND id = ?", SqlReleases::read, siteId, id);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public void remove(int siteId, String id, String by) {
        // What hung on it is said again without it: the book is never changed, but its last word is.
        database.update("""
                INSERT INTO stall_step (site_id, stall, state, assignee, said_by, said_at)
                SELECT s.site_id, s.stall, 'acknowledged', s.assignee, ?, ? FROM stall_step s
                WHERE s.site_id = ? AND s.release_id = ? AND s.number =
                  (SELECT max(l.number) FROM stall_step l WHERE l.site_id = s.site_id AND l.stall = s.stall)""", by, clock.millis(), siteId, id);
        database.update("UPDATE stall_step SET release_id = NULL WHERE site_id = ? AND release_id = ?", siteId, id);
        database.update("DELETE FROM release_mark WHERE site_id = ? AND id = ?", siteId, id);
    }

    private static Release read(ResultSet row) throws SQLException {
        return new Release(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }
}
