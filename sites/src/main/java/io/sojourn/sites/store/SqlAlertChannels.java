package io.sojourn.sites.store;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannels;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Channels in the owners' database. */
public final class SqlAlertChannels implements AlertChannels {
    private static final int MOST = 20;
    private static final int MAX_TARGET = 2000;
    private static final String COLUMNS = "id, site_id, kind, target, secret, pace, paused, created_at";

    private final Database database;
    private final InstantSource clock;

    public SqlAlertChannels(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public AlertChannel add(int siteId, AlertChannel.Kind kind, String target, AlertChannel.Pace pace) {
        String tidy = target.strip();
        check(kind, tidy);
        if (of(siteId).size() >= MOST) {
            throw new IllegalArgumentException("A site has at most " + MOST + " places that alerts go to.");
        }
        String secret = kind == AlertChannel.Kind.HOOK ? RandomId.next() + RandomId.next() : "";
        AlertChannel channel =
                new AlertChannel(RandomId.next(), siteId, kind, tidy, secret, pace, false, clock.millis());
        database.update(
                "INSERT INTO alert_channel (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                channel.id(),
                siteId,
                kind.key(),
                tidy,
                secret,
                pace.key(),
                false,
                channel.createdAt());
        return channel;
    }

    private static void check(AlertChannel.Kind kind, String target) {
        boolean good = target.length() <= MAX_TARGET
                && switch (kind) {
                    case HOOK -> isWebAddress(target);
                    case MAIL -> target.matches("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]{1,255}");
                };
        if (!good) {
            throw new IllegalArgumentException(
                    kind == AlertChannel.Kind.HOOK
                            ? "A hook goes to an address like https://example.com/hook."
                            : "\"" + target + "\" is not an e-mail address.");
        }
    }

    private static boolean isWebAddress(String target) {
        try {
            URI uri = URI.create(target);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    @Override
    public void pause(int siteId, String id, boolean paused) {
        database.update("UPDATE alert_channel SET paused = ? WHERE site_id = ? AND id = ?", paused, siteId, id);
    }

    @Override
    public void remove(int siteId, String id) {
        database.update("DELETE FROM alert_channel WHERE site_id = ? AND id = ?", siteId, id);
    }

    @Override
    public List<AlertChannel> of(int siteId) {
        return database.list(
                "SELECT " + COLUMNS + " FROM alert_channel WHERE site_id = ? ORDER BY created_at, id",
                SqlAlertChannels::read,
                siteId);
    }

    @Override
    public @Nullable AlertChannel byId(String id) {
        List<AlertChannel> found =
                database.list("SELECT " + COLUMNS + " FROM alert_channel WHERE id = ?", SqlAlertChannels::read, id);
        return found.isEmpty() ? null : found.get(0);
    }

    private static AlertChannel read(ResultSet row) throws SQLException {
        return new AlertChannel(
                row.getString(1),
                row.getInt(2),
                AlertChannel.Kind.ofKey(row.getString(3)),
                row.getString(4),
                row.getString(5),
                AlertChannel.Pace.ofKey(row.getString(6)),
                row.getBoolean(7),
                row.getLong(8));
    }
}
