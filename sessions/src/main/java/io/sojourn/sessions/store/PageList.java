package io.sojourn.sessions.store;

import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The pages that were looked at in some sessions, by template, most viewed first, at most 1,000. Any thread. */
public final class PageList {
    private static final String SQL = """
            SELECT p.template, arg_max(pv.title, pv.started_at), count(*), sum(pv.clicks),
                count(*) FILTER (pv.device = 'mobile'), count(*) FILTER (pv.device = 'tablet'),
                count(*) FILTER (pv.device = 'desktop')
            FROM page_view pv JOIN page p ON p.site = pv.site AND p.page = pv.page
            WHERE pv.site = ? AND pv.seen AND pv.session IN (%s)
            GROUP BY p.template ORDER BY count(*) DESC, p.template LIMIT 1000""";

    private final Facts facts;

    public PageList(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param page the template: one item for all pages of a kind
     * @param title as last seen on one of them
     * @param viewsByDevice only devices it was viewed on
     */
    public record PageItem(String page, String title, long views, long clicks, Map<Device, Long> viewsByDevice) {
        public PageItem {
            viewsByDevice = Map.copyOf(viewsByDevice);
        }
    }

    public List<PageItem> list(SessionFilter filter) {
        SqlPart passing = FilterSql.sessions(filter);
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SQL.formatted(passing.text()))) {
                query.setInt(1, filter.siteId());
                passing.bind(query, 2);
                return items(query.executeQuery());
            }
        });
    }

    private static List<PageItem> items(ResultSet rows) throws SQLException {
        List<PageItem> items = new ArrayList<>();
        while (rows.next()) {
            items.add(new PageItem(
                    rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4), viewsByDevice(rows)));
        }
        return items;
    }

    private static Map<Device, Long> viewsByDevice(ResultSet row) throws SQLException {
        Map<Device, Long> views = new EnumMap<>(Device.class);
        for (Device device : Device.values()) {
            long count = row.getLong(5 + device.ordinal());
            if (count > 0) {
                views.put(device, count);
            }
        }
        return views;
    }
}
