package io.sojourn.heatmap.store;

import io.sojourn.heatmap.ElementName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What the elements of some pages are called, by identity; where they are called differently, by the smallest id. */
final class ElementNames {
    private ElementNames() {}

    static Map<Long, ElementName> of(Connection connection, Asked asked) throws SQLException {
        return Sql.of("SELECT identity, arg_min(selector, element) AS selector, arg_min(label, element) AS label,"
                        + " arg_min(fingerprint, element) AS fingerprint FROM (")
                .add(asked.elements("e.identity, e.element, e.selector, e.label, e.fingerprint")
                        .part())
                .add(") GROUP BY identity")
                .query(connection, rows -> {
                    Map<Long, ElementName> names = new HashMap<>();
                    while (rows.next()) {
                        long identity = rows.getLong("identity");
                        names.put(
                                identity,
                                new ElementName(
                                        Long.toHexString(identity),
                                        Sql.text(rows, "selector"),
                                        Sql.text(rows, "label"),
                                        Sql.text(rows, "fingerprint"),
                                        ""));
                    }
                    return names;
                });
    }
}
