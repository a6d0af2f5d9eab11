package io.sojourn.sites.store;

import io.sojourn.sites.agent.AgentBook;
import io.sojourn.sites.agent.AgentSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The agent's settings in the owners' database, one row a site, with a copy in memory: each script load asks for them. */
public final class SqlAgentBook implements AgentBook {
    private final Database database;
    private final InstantSource clock;
    private final Map<Integer, AgentSettings> bySite = new ConcurrentHashMap<>();

    public SqlAgentBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.list(
                "SELECT site_id, body FROM agent_settings",
                row -> bySite.put(row.getInt(1), AgentSettingsJson.read(row.getString(2))));
    }

    @Override
    public AgentSettings of(int siteId) {
        return bySite.getOrDefault(siteId, AgentSettings.DEFAULT);
    }

    @Override
    public synchronized AgentSettings change(int siteId, UnaryOperator<AgentSettings> change) {
        AgentSettings after = change.apply(of(siteId));
        String body = AgentSettingsJson.write(after);
        if (bySite.containsKey(siteId)) {
            database.update(
                    "UPDATE agent_settings SET changed_at = ?, body = ? WHERE site_id = ?",
                    clock.millis(),
                    body,
                    siteId);
        } else {
            database.update(
                    "INSERT INTO agent_settings (site_id, changed_at, body) VALUES (?, ?, ?)",
                    siteId,
                    clock.millis(),
                    body);
        }
        bySite.put(siteId, after);
        return after;
    }
}
