package io.sojourn.sites.store;

import io.sojourn.sites.ServerKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Server keys in the owners' database, with their hashes in memory. */
public final class SqlServerKeys implements ServerKeys {
    private static final int KEY_BYTES = 24;
    private static final String PREFIX = "sk_";

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Made> byHash = new ConcurrentHashMap<>();

    private record Made(int site, long at) {}

    private record Row(String hash, Made made) {}

    public SqlServerKeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.list(
                        "SELECT key_hash, site_id, created_at FROM server_key",
                        row -> new Row(row.getString(1), new Made(row.getInt(2), row.getLong(3))))
                .forEach(row -> byHash.put(row.hash(), row.made()));
    }

    @Override
    public synchronized String renew(int siteId) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Made made = new Made(siteId, clock.millis());
        revoke(siteId);
        database.update(
                "INSERT INTO server_key (site_id, key_hash, created_at) VALUES (?, ?, ?)",
                siteId,
                hash(key),
                made.at());
        byHash.put(hash(key), made);
        return key;
    }

    @Override
    public synchronized void revoke(int siteId) {
        database.update("DELETE FROM server_key WHERE site_id = ?", siteId);
        byHash.values().removeIf(made -> made.site() == siteId);
    }

    @Override
    public @Nullable Integer siteOf(String key) {
        Made made = byHash.get(hash(key));
        return made == null ? null : made.site();
    }

    @Override
    public @Nullable Long since(int siteId) {
        for (Made made : byHash.values()) {
            if (made.site() == siteId) {
                return made.at();
            }
        }
        return null;
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
