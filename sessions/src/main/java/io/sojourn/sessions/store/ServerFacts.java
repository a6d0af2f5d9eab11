package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Clipped;
import io.sojourn.sessions.kept.ServerFact;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What sites' own servers told, in the table {@code server_event(site, id, session, visitor, received_at, happened_at, type,
 * name, user_key, value, currency, properties)}: times in epoch ms, properties as JSON, session and visitor null where none was
 * named. Kept, not derived: rederiving leaves it alone.
 */
final class ServerFacts {
    private ServerFacts() {}

    static void create(DuckFacts.Writing writing) throws SQLException {
        writing.execute("""
                CREATE TABLE IF NOT EXISTS server_event(
                    site INTEGER, id BIGINT, session UUID, visitor UUID, received_at BIGINT, happened_at BIGINT,
                    type VARCHAR, name VARCHAR, user_key VARCHAR, value DOUBLE, currency VARCHAR, properties VARCHAR)""");
    }

    /** What is there already is not told again. */
    static void save(DuckFacts.Writing writing, List<ServerFact> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO server_event SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"
                + " (SELECT 1 FROM server_event known WHERE known.site = ? AND known.id = ?)";
        try (PreparedStatement insert = writing.connection().prepareStatement(sql)) {
            for (ServerFact fact : told) {
                bind(insert, fact);
                insert.execute();
            }
        }
    }

    private static void bind(PreparedStatement insert, ServerFact fact) throws SQLException {
        insert.setInt(1, fact.site());
        insert.setLong(2, fact.id());
        insert.setObject(3, uuid(fact.session()));
        insert.setObject(4, uuid(fact.visitor()));
        insert.setLong(5, fact.receivedAt());
        insert.setLong(6, fact.event().getHappenedAt() > 0 ? fact.event().getHappenedAt() : fact.receivedAt());
        insert.setString(7, clipped(fact.event().getType()));
        insert.setString(8, clipped(fact.event().getName()));
        insert.setString(9, clipped(fact.event().getUserKey()));
        insert.setDouble(10, fact.event().getValue());
        insert.setString(11, clipped(fact.event().getCurrency()));
        insert.setString(12, properties(fact.event().getPropertiesMap()));
        insert.setInt(13, fact.site());
        insert.setLong(14, fact.id());
    }

    private static @Nullable Object uuid(@Nullable Id128 id) {
        return id == null ? null : id.toUuid();
    }

    private static String clipped(String text) {
        return Clipped.to(FactRows.MAX_TEXT, text);
    }

    private static String properties(Map<String, String> properties) {
        Map<String, String> sorted = new TreeMap<>();
        properties.forEach((key, value) -> sorted.put(clipped(key), clipped(value)));
        return JsonMapper.shared().writeValueAsString(sorted);
    }
}
