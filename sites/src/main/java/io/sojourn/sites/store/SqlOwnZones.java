package io.sojourn.sites.store;

import io.sojourn.sites.heat.OwnZone;
import io.sojourn.sites.heat.OwnZones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Zones in the owners' database. */
public final class SqlOwnZones implements OwnZones {
    private static final int MOST_ON_A_PAGE = 100;

    private final Database database;

    public SqlOwnZones(Database database) {
        this.database = database;
    }

    @Override
    public List<OwnZone> on(int siteId, String page) {
        return database.list(
                "SELECT id, site_id, page, name, elements FROM heat_zone WHERE site_id = ? AND page = ? ORDER BY name, id",
                SqlOwnZones::read,
                siteId,
                page);
    }

    @Override
    public OwnZone draw(int siteId, String page, String name, List<String> elements) {
        OwnZone zone = new OwnZone(RandomId.next(), siteId, page, name, elements);
        if (on(siteId, page).size() >= MOST_ON_A_PAGE) {
            throw new IllegalArgumentException("A page has at most " + MOST_ON_A_PAGE + " zones of your own.");
        }
        database.update(
                "INSERT INTO heat_zone (id, site_id, page, name, elements) VALUES (?, ?, ?, ?, ?)",
                zone.id(),
                siteId,
                zone.page(),
                zone.name(),
                String.join(" ", zone.elements()));
        return zone;
    }

    @Override
    public boolean change(OwnZone zone) {
        return database.update(
                        "UPDATE heat_zone SET name = ?, elements = ? WHERE site_id = ? AND id = ?",
                        zone.name(),
                        String.join(" ", zone.elements()),
                        zone.siteId(),
                        zone.id())
                > 0;
    }

    @Override
    public boolean remove(int siteId, String id) {
        return database.update("DELETE FROM heat_zone WHERE site_id = ? AND id = ?", siteId, id) > 0;
    }

    private static OwnZone read(ResultSet row) throws SQLException {
        return new OwnZone(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                List.of(row.getString(5).split(" ")));
    }
}
