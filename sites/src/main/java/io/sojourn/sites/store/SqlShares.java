package io.sojourn.sites.store;

import io.sojourn.sites.share.Share;
import io.sojourn.sites.share.Shares;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares in the owners' database. */
public final class SqlShares implements Shares {
    private static final long SHORTEST = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST = Duration.ofDays(90).toMillis();
    private static final int TOKEN_LENGTH = 64;
    private static final String COLUMNS = "id, site_id, session, at_ms, created_by, created_at, expires_at";

    private final Database database;
    private final InstantSource clock;

    public SqlShares(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Created create(int siteId, String session, long atMs, String by, long lastsMs) {
        if (lastsMs < SHORTEST || lastsMs > LONGEST) {
            throw new IllegalArgumentException("A link lasts between a minute and 90 days: expiresInMs.");
        }
        long now = clock.millis();
        database.update("DELETE FROM share WHERE expires_at <= ?", now);
        Share share = new Share(RandomId.next(), siteId, session, atMs, by, now, now + lastsMs);
        String token = RandomId.next() + RandomId.next();
        database.update(
                "INSERT INTO share (" + COLUMNS + ", token_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                share.id(),
                siteId,
                session,
                atMs,
                by,
                now,
                share.expiresAt(),
                hash(token));
        return new Created(share, token);
    }

    @Override
    public List<Share> of(int siteId, String session) {
        return database.list(
                "SELECT " + COLUMNS
                        + " FROM share WHERE site_id = ? AND session = ? AND expires_at > ? ORDER BY created_at DESC, id",
                SqlShares::read,
                siteId,
                session,
                clock.millis());
    }

    @Override
    public @Nullable Share opened(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return null;
        }
        List<Share> found = database.list(
                "SELECT " + COLUMNS + " FROM share WHERE token_hash = ? AND expires_at > ?",
                SqlShares::read,
                hash(token),
                clock.millis());
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public boolean revoke(int siteId, String id) {
        return database.update("DELETE FROM share WHERE site_id = ? AND id = ?", siteId, id) > 0;
    }

    @Override
    public void forget(int siteId, String session) {
        database.update("DELETE FROM share WHERE site_id = ? AND session = ?", siteId, session);
        database.update("DELETE FROM session_view WHERE site_id = ? AND session = ?", siteId, session);
    }

    private static Share read(ResultSet row) throws SQLException {
        return new Share(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
