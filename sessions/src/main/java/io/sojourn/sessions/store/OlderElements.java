package io.sojourn.sessions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Elements written before they had an identity get one, made of their fingerprint. They cannot simply be derived again: a
 * fact outlives the visit it was made of.
 */
final class OlderElements {
    private static final int AT_ONCE = 10_000;

    private OlderElements() {}

    static void identify(DuckFacts.Writing writing, Fingerprints fingerprints) throws SQLException {
        writing.execute("CREATE TEMP TABLE IF NOT EXISTS identified(fingerprint VARCHAR, identity BIGINT)");
        for (Map<String, Long> some = some(writing, fingerprints);
                !some.isEmpty();
                some = some(writing, fingerprints)) {
            save(writing, some);
        }
    }

    /** By fingerprint: one that stands on many pages is read once. */
    private static Map<String, Long> some(DuckFacts.Writing writing, Fingerprints fingerprints) throws SQLException {
        try (Statement query = writing.connection().createStatement()) {
            ResultSet rows = query.executeQuery(
                    "SELECT DISTINCT fingerprint FROM element WHERE identity IS NULL LIMIT " + AT_ONCE);
            Map<String, Long> identities = new LinkedHashMap<>();
            while (rows.next()) {
                String json = rows.getString(1);
                identities.put(
                        json, ElementIdentity.of(fingerprints.fromJson(json)).id());
            }
            return identities;
        }
    }

    private static void save(DuckFacts.Writing writing, Map<String, Long> identities) throws SQLException {
        writing.appendTemporary("identified", rows -> {
            for (Map.Entry<String, Long> identity : identities.entrySet()) {
                rows.beginRow();
                rows.append(identity.getKey()).append(identity.getValue().longValue());
                rows.endRow();
            }
        });
        writing.execute("UPDATE element SET identity = i.identity FROM temp.main.identified i"
                + " WHERE element.fingerprint = i.fingerprint AND element.identity IS NULL");
        IndexSchema.clear(writing, "identified");
    }
}
