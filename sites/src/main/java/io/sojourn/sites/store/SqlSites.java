package io.sojourn.sites.store;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sites in the owners' database, with a copy in memory for the intake, which asks for one with every batch. */
public final class SqlSites implements Sites {
    private static final int MAX_NAME = 200;
    private static final int MAX_ORIGINS = 50;
    private static final String KEY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int KEY_LENGTH = 12;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Site> byId = new ConcurrentHashMap<>();
    private final Map<String, Site> byKey = new ConcurrentHashMap<>();

    public SqlSites(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.list("SELECT id, site_key, name, consent, created_at, first_event_at FROM site", this::read)
                .forEach(this::remember);
    }

    @Override
    public Site create(String name, List<Origin> origins, Consent consent) {
        String tidy = checkedName(name);
        List<Origin> each = checkedOrigins(origins);
        String key = newKey();
        long now = clock.millis();
        int id = database.transaction(connection -> {
            int siteId;
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO site (site_key, name, consent, created_at) VALUES (?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, key);
                insert.setString(2, tidy);
                insert.setString(3, consent.key());
                insert.setLong(4, now);
                insert.executeUpdate();
                siteId = generatedId(insert);
            }
            addOrigins(connection, siteId, each);
            return siteId;
        });
        Site site = new Site(id, key, tidy, each, consent, now, null);
        remember(site);
        return site;
    }

    @Override
    public synchronized Site change(int id, String name, List<Origin> origins, Consent consent) {
        String tidy = checkedName(name);
        List<Origin> each = checkedOrigins(origins);
        Site before = byId.get(id);
        if (before == null) {
            throw new IllegalArgumentException("There is no such site.");
        }
        database.transaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE site SET name = ?, consent = ? WHERE id = ?")) {
                update.setString(1, tidy);
                update.setString(2, consent.key());
                update.setInt(3, id);
                update.executeUpdate();
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM site_origin WHERE site_id = ?")) {
                delete.setInt(1, id);
                delete.executeUpdate();
            }
            addOrigins(connection, id, each);
            return id;
        });
        Site site = new Site(id, before.key(), tidy, each, consent, before.createdAt(), before.firstEventAt());
        remember(site);
        return site;
    }

    private static String checkedName(String name) {
        String tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > MAX_NAME) {
            throw new IllegalArgumentException("Give the site a name of 1 to " + MAX_NAME + " characters.");
        }
        return tidy;
    }

    private static List<Origin> checkedOrigins(List<Origin> origins) {
        if (origins.isEmpty() || origins.size() > MAX_ORIGINS) {
            throw new IllegalArgumentException("Name 1 to " + MAX_ORIGINS + " web addresses of the site.");
        }
        return origins.stream().distinct().toList();
    }

    private static void addOrigins(Connection connection, int siteId, List<Origin> origins) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO site_origin (site_id, origin) VALUES (?, ?)")) {
            for (Origin origin : origins) {
                insert.setInt(1, siteId);
                insert.setString(2, origin.text());
                insert.executeUpdate();
            }
        }
    }

    @Override
    public List<Site> all() {
        return byId.values().stream().sorted(Comparator.comparingInt(Site::id)).toList();
    }

    @Override
    public @Nullable Site byKey(String key) {
        return byKey.get(key);
    }

    @Override
    public @Nullable Site byId(int id) {
        return byId.get(id);
    }

    @Override
    public synchronized void firstEvent(int siteId, long epochMillis) {
        Site site = byId.get(siteId);
        if (site == null || site.firstEventAt() != null) {
            return;
        }
        database.update(
                "UPDATE site SET first_event_at = ? WHERE id = ? AND first_event_at IS NULL", epochMillis, siteId);
        remember(new Site(
                siteId, site.key(), site.name(), site.origins(), site.consent(), site.createdAt(), epochMillis));
    }

    private void remember(Site site) {
        byId.put(site.id(), site);
        byKey.put(site.key(), site);
    }

    private Site read(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        List<Origin> origins = database.list(
                "SELECT origin FROM site_origin WHERE site_id = ? ORDER BY origin",
                origin -> new Origin(origin.getString(1)),
                id);
        long first = row.getLong("first_event_at");
        return new Site(
                id,
                row.getString("site_key"),
                row.getString("name"),
                origins,
                Consent.ofKey(row.getString("consent")),
                row.getLong("created_at"),
                row.wasNull() ? null : Long.valueOf(first));
    }

    private static int generatedId(PreparedStatement insert) throws SQLException {
        try (ResultSet keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getInt(1);
        }
    }

    private String newKey() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < KEY_LENGTH; i++) {
            key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
        }
        return key.toString();
    }
}
