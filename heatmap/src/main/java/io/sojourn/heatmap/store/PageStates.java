package io.sojourn.heatmap.store;

import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PageState;
import io.sojourn.heatmap.StateOfPage;
import io.sojourn.sessions.store.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states a page was seen in: bare first, then its dialogs and menus, most opened first. Any thread. */
public final class PageStates {
    private static final int MOST = 30;
    private static final ElementName BARE = ElementName.unknown("base");

    private final Facts facts;

    public PageStates(Facts facts) {
        this.facts = facts;
    }

    public List<StateOfPage> of(HeatQuestion question) {
        Asked asked = new Asked(question);
        return facts.read(connection -> {
            Map<Long, Long> clicks = clicks(connection, asked);
            List<StateOfPage> states = new ArrayList<>();
            long views = Views.count(connection, new Asked(question.in(PageState.BASE)));
            states.add(new StateOfPage(PageState.BASE, BARE, views, clicks.getOrDefault(0L, 0L)));
            Map<Long, ElementName> names = ElementNames.of(connection, asked);
            opened(connection, asked)
                    .forEach((overlay, openings) -> states.add(new StateOfPage(
                            new PageState(overlay),
                            names.getOrDefault(overlay, ElementName.unknown(Long.toHexString(overlay))),
                            openings,
                            clicks.getOrDefault(overlay, 0L))));
            return states;
        });
    }

    private static Map<Long, Long> clicks(Connection connection, Asked asked) throws SQLException {
        return counts(
                connection,
                Sql.of("SELECT coalesce(s.identity, 0), count(*) FROM heat_click m LEFT JOIN (")
                        .add(asked.elements("e.element, e.identity").part())
                        .add(") s ON s.element = m.state WHERE ")
                        .add(asked.rows("m", "at"))
                        .add(" GROUP BY ALL"));
    }

    private static Map<Long, Long> opened(Connection connection, Asked asked) throws SQLException {
        return counts(
                connection,
                Sql.of("SELECT s.identity, count(DISTINCT (m.session, m.view)) AS n FROM heat_overlay m JOIN (")
                        .add(asked.elements("e.element, e.identity").part())
                        .add(") s ON s.element = m.element WHERE ")
                        .add(asked.rows("m", "opened_at"))
                        .add(" GROUP BY s.identity ORDER BY n DESC, s.identity LIMIT " + MOST));
    }

    private static Map<Long, Long> counts(Connection connection, Sql query) throws SQLException {
        return query.query(connection, rows -> {
            Map<Long, Long> counts = new LinkedHashMap<>();
            while (rows.next()) {
                counts.put(rows.getLong(1), rows.getLong(2));
            }
            return counts;
        });
    }
}
