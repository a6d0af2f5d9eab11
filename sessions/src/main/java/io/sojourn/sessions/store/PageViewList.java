package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The page views of one session, in the order they began. Any thread. */
public final class PageViewList {
    private static final String SQL = """
            SELECT p.path, pv.url, pv.title, pv.started_at, pv.ended_at, pv.engaged_ms, pv.device, pv.clicks, pv.document
            FROM page_view pv JOIN page p ON p.site = pv.site AND p.page = pv.page
            WHERE pv.site = ? AND pv.session = ? ORDER BY pv.number""";

    private final Facts facts;

    public PageViewList(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param startedAt epoch ms
     * @param document the wire's document_id as a number
     */
    public record PageViewItem(
            String page,
            String url,
            String title,
            long startedAt,
            long endedAt,
            long engagedMs,
            Device device,
            int clicks,
            long document) {}

    public List<PageViewItem> of(int siteId, Id128 session) {
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SQL)) {
                query.setInt(1, siteId);
                query.setObject(2, session.toUuid());
                return items(query.executeQuery());
            }
        });
    }

    private static List<PageViewItem> items(ResultSet rows) throws SQLException {
        List<PageViewItem> items = new ArrayList<>();
        while (rows.next()) {
            items.add(new PageViewItem(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getLong(4),
                    rows.getLong(5),
                    rows.getLong(6),
                    Device.ofKey(rows.getString(7)),
                    rows.getInt(8),
                    rows.getLong(9)));
        }
        return items;
    }
}
