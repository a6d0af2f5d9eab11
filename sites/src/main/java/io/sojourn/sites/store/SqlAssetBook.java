package io.sojourn.sites.store;

import io.sojourn.sites.asset.AssetBook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The book of assets in the owners' database. */
public final class SqlAssetBook implements AssetBook {
    private static final int MAX_REASON = 200;
    /** A page is looked after so long after it was seen, so what is found that much later counts as what was there. */
    private static final long LATE_MS = Duration.ofMinutes(15).toMillis();

    private final Database database;

    public SqlAssetBook(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable Entry at(int siteId, String address, long moment) {
        List<Entry> entries = entries(siteId, address);
        Entry before = null;
        Entry after = null;
        for (Entry entry : entries) {
            if (entry.hash() == null) {
                continue;
            }
            if (entry.firstAt() <= moment + LATE_MS) {
                before = entry;
            } else if (after == null) {
                after = entry;
            }
        }
        Entry found = before != null ? before : after;
        return found != null || entries.isEmpty() ? found : entries.get(entries.size() - 1);
    }

    @Override
    public @Nullable Entry last(int siteId, String address) {
        return entries(siteId, address).stream()
                .reduce((one, other) -> other.lastAt() >= one.lastAt() ? other : one)
                .orElse(null);
    }

    private List<Entry> entries(int siteId, String address) {
        return database.list(
                "SELECT hash, reason, first_at, last_at FROM asset_copy WHERE site_id = ? AND address_hash = ?"
                        + " ORDER BY first_at",
                SqlAssetBook::read,
                siteId,
                hash(address));
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    @Override
    public void found(int siteId, String address, String hash, long now) {
        write(siteId, address, hash, null, now);
    }

    @Override
    public void failed(int siteId, String address, String reason, long now) {
        String clipped = reason.substring(0, Math.min(reason.length(), MAX_REASON));
        write(siteId, address, null, clipped, now);
    }

    private void write(int siteId, String address, @Nullable String hash, @Nullable String reason, long now) {
        String named = hash(address);
        int known = hash == null
                ? database.update(
                        "UPDATE asset_copy SET reason = ?, last_at = ? WHERE site_id = ? AND address_hash = ? AND hash IS NULL",
                        reason,
                        now,
                        siteId,
                        named)
                : database.update(
                        "UPDATE asset_copy SET last_at = ? WHERE site_id = ? AND address_hash = ? AND hash = ?",
                        now,
                        siteId,
                        named,
                        hash);
        if (known == 0) {
            database.update(
                    "INSERT INTO asset_copy (site_id, address_hash, hash, reason, first_at, last_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    siteId,
                    named,
                    hash,
                    reason,
                    now,
                    now);
        }
    }

    @Override
    public int forget(long before) {
        return database.update("DELETE FROM asset_copy WHERE last_at < ?", before);
    }

    private static String hash(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
