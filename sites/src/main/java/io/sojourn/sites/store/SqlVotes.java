package io.sojourn.sites.store;

import io.sojourn.sites.proof.Votes;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Votes in the owners' database. */
public final class SqlVotes implements Votes {
    private final Database database;
    private final InstantSource clock;

    public SqlVotes(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void cast(int siteId, Ballot ballot, boolean friction, String by) {
        if (!ballot.kind().matches("[a-z0-9_.-]{1,40}") || !ballot.session().matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("A vote names the kind of signal, the session and the time.");
        }
        database.transaction(connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM signal_vote WHERE site_id = ? AND kind = ?"
                            + " AND session = ? AND happened_at = ? AND voter = ?");
                    var insert = connection.prepareStatement("INSERT INTO signal_vote"
                            + " (site_id, kind, session, happened_at, voter, friction, voted_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (var statement : new java.sql.PreparedStatement[] {delete, insert}) {
                    statement.setInt(1, siteId);
                    statement.setString(2, ballot.kind());
                    statement.setString(3, ballot.session());
                    statement.setLong(4, ballot.happenedAt());
                    statement.setString(5, by);
                }
                insert.setBoolean(6, friction);
                insert.setLong(7, clock.millis());
                delete.executeUpdate();
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Map<String, Count> of(int siteId) {
        Map<String, Count> counts = new LinkedHashMap<>();
        database.list("""
                        SELECT kind, count(*), sum(CASE WHEN yes > ballots - yes THEN 1 ELSE 0 END) FROM
                          (SELECT kind, count(*) AS ballots, sum(CASE WHEN friction THEN 1 ELSE 0 END) AS yes
                           FROM signal_vote WHERE site_id = ? GROUP BY kind, session, happened_at) each_signal
                        GROUP BY kind ORDER BY kind""", row -> Map.entry(row.getString(1), new Count(row.getInt(3), row.getInt(2))), siteId)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
