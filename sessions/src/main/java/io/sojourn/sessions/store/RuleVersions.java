package io.sojourn.sessions.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which version of its rules each site's facts were made, in the table {@code derived_by(site, version)}, and the marks that
 * have sessions derived again. Any thread.
 */
public final class RuleVersions {
    private static final int FIRST = 1;

    private final DuckFacts facts;

    public RuleVersions(DuckFacts facts) {
        this.facts = facts;
        facts.prepare(writing -> {
            writing.execute("CREATE TABLE IF NOT EXISTS derived_by(site INTEGER, version INTEGER)");
            return true;
        });
    }

    /** Of all sites that have sessions. */
    public Map<Integer, Integer> all() {
        return facts.read(connection -> {
            Map<Integer, Integer> versions = new HashMap<>();
            try (Statement query = connection.createStatement()) {
                ResultSet rows = query.executeQuery("SELECT k.site, coalesce(max(d.version), " + FIRST + ")"
                        + " FROM (SELECT DISTINCT site FROM kept_session) k LEFT JOIN derived_by d ON d.site = k.site"
                        + " GROUP BY k.site");
                while (rows.next()) {
                    versions.put(rows.getInt(1), rows.getInt(2));
                }
            }
            return versions;
        });
    }

    /** Marks all sessions of a site that still have their events, in the same transaction that notes the version. */
    public void changed(int site, int version) {
        facts.write(writing -> {
            note(writing, site, version);
            return mark(writing, site, 0);
        });
    }

    /** Notes the version of a site whose first sessions come now. */
    public void begun(int site, int version) {
        facts.write(writing -> {
            note(writing, site, version);
            return true;
        });
    }

    /**
     * Marks sessions to be derived again.
     *
     * @param site null for all
     * @param since epoch ms: only those that were heard of then or later
     * @return how many
     */
    public int mark(@Nullable Integer site, long since) {
        return facts.write(writing -> mark(writing, site, since));
    }

    /** How many sessions wait to be derived. */
    public long waiting() {
        return facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet row = query.executeQuery(
                        "SELECT count(*) FROM kept_session WHERE revision <> derived_revision AND analysis_batches > 0");
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void note(DuckFacts.Writing writing, int site, int version) throws SQLException {
        writing.execute("DELETE FROM derived_by WHERE site = " + site);
        writing.execute("INSERT INTO derived_by VALUES (" + site + ", " + version + ")");
    }

    private static int mark(DuckFacts.Writing writing, @Nullable Integer site, long since) throws SQLException {
        String sql =
                FollowerState.DERIVE_AGAIN + " AND last_received >= ?" + (site == null ? "" : " AND site = " + site);
        try (PreparedStatement update = writing.connection().prepareStatement(sql)) {
            update.setLong(1, since);
            return update.executeUpdate();
        }
    }
}
