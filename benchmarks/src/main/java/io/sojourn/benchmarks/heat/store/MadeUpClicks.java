package io.sojourn.benchmarks.heat.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Fills the facts of a folder with visits and clicks, by the database itself and the same every time: sessions over 90 days, four
 * page views each, two clicks a view, 500 pages of which some are far busier than others, 60 elements a page of which some are
 * clicked far more, places around the middle. Rows stand as compaction leaves them: by page and time.
 */
public final class MadeUpClicks {
    public static final long START = 1_780_000_000_000L;
    public static final int DAYS = 90;
    private static final int PAGES = 500;
    private static final int ELEMENTS = 60;
    private static final int VIEWS = 4;

    private MadeUpClicks() {}

    public static void fill(Path facts, long clicks) throws SQLException {
        long sessions = clicks / (2 * VIEWS);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "1800MB");
        settings.setProperty("threads", "2");
        settings.setProperty("preserve_insertion_order", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + facts, settings);
                Statement sql = connection.createStatement()) {
            sql.execute("SET temp_directory = '" + facts.resolveSibling("spill") + "'");
            sql.execute("CREATE MACRO dice(a, b) AS (hash(a, b) % 1000003) / 1000003.0");
            sql.execute("CREATE MACRO born(s) AS " + START + " + (dice(s, 1) * " + DAYS + " * 86400000)::BIGINT");
            sql.execute("CREATE MACRO kind(s) AS CASE WHEN dice(s, 2) < 0.55 THEN 'desktop'"
                    + " WHEN dice(s, 2) < 0.95 THEN 'mobile' ELSE 'tablet' END");
            sql.execute("CREATE MACRO page_of(s, v) AS (" + PAGES + " * pow(dice(s, 10 + v), 2))::BIGINT % " + PAGES);
            sql.execute(
                    "INSERT INTO page BY NAME SELECT 1 AS site, p AS page, '/p/' || p AS path, '/p/' || p AS template"
                            + " FROM range(" + PAGES + ") r(p)");
            sql.execute(
                    "INSERT INTO element BY NAME SELECT 1 AS site, p * 1000 + e AS element, p AS page, 'button' AS tag,"
                            + " 'Button ' || e AS label, '#b' || e AS selector, '{\"tag\":\"button\",\"id\":\"b\"}' AS fingerprint,"
                            + " e + 1 AS identity FROM range(" + PAGES + ") r(p), range(" + ELEMENTS + ") t(e)");
            sql.execute("INSERT INTO visit BY NAME SELECT 1 AS site, md5(s::VARCHAR)::UUID AS session,"
                    + " (s % 900000)::VARCHAR AS visitor, born(s) AS started_at, born(s) + 240000 AS ended_at, true AS ended,"
                    + " 90000 AS engaged_ms, " + VIEWS + " AS page_views, " + 2 * VIEWS
                    + " AS clicks, page_of(s, 0) AS entry_page,"
                    + " page_of(s, 3) AS exit_page, kind(s) AS device,"
                    + " CASE WHEN dice(s, 3) < 0.6 THEN 'Chrome' ELSE 'Firefox' END AS browser, 'Linux' AS os,"
                    + " 'en' AS language, 'DE' AS country, false AS automated, false AS has_recording, 0 AS gaps"
                    + " FROM range(" + sessions + ") r(s) ORDER BY started_at");
            sql.execute(
                    "INSERT INTO page_view BY NAME SELECT 1 AS site, md5(s::VARCHAR)::UUID AS session, s AS document,"
                            + " v::INTEGER AS number, page_of(s, v) AS page, '' AS url, '' AS title, born(s) + v * 60000 AS started_at,"
                            + " born(s) + v * 60000 + 59000 AS ended_at, 20000 AS engaged_ms, 50000 AS visible_ms, kind(s) AS device,"
                            + " 2 AS clicks, true AS seen, false AS recorded FROM range(" + sessions + ") r(s), range("
                            + VIEWS
                            + ") t(v) ORDER BY page, started_at");
            sql.execute(
                    "INSERT INTO heat_click BY NAME SELECT 1 AS site, md5(s::VARCHAR)::UUID AS session, page_of(s, v) AS page,"
                            + " kind(s) AS device, v::INTEGER AS view, NULL AS state,"
                            + " CASE WHEN dice(s, 90 + v * 2 + c) < 0.01 THEN NULL ELSE page_of(s, v) * 1000"
                            + " + (" + ELEMENTS + " * pow(dice(s, 40 + v * 2 + c), 3))::BIGINT % " + ELEMENTS
                            + " END AS element,"
                            + " born(s) + v * 60000 + 5000 + c * 3000 AS at,"
                            + " ((dice(s, 60 + v * 2 + c) + dice(s, 70 + v * 2 + c)) * 16383)::INTEGER AS x,"
                            + " ((dice(s, 80 + v * 2 + c) + dice(s, 50 + v * 2 + c)) * 16383)::INTEGER AS y,"
                            + " 100 AS box_x, 60 + 40 * v::INTEGER AS box_y, 240 AS box_width, 48 AS box_height, c = 0 AS opens_view,"
                            + " c = 0 AS opens_element, 0 AS hovered_ms"
                            + " FROM range(" + sessions + ") r(s), range(" + VIEWS
                            + ") t(v), range(2) u(c) ORDER BY page, \"at\"");
            for (String macro : new String[] {"page_of", "kind", "born", "dice"}) {
                sql.execute("DROP MACRO " + macro);
            }
            sql.execute("CHECKPOINT");
        }
    }

    /** Raw clicks on desktops of the page that has nearly so many of them in the week, counted by hand. @return page, clicks */
    public static long[] pageWith(Path facts, long clicks, long from, long to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + facts);
                Statement sql = connection.createStatement()) {
            ResultSet row = sql.executeQuery(
                    "SELECT c.page, count(*) AS n FROM heat_click c JOIN visit v ON v.session = c.session"
                            + " WHERE c.device = 'desktop' AND v.started_at >= " + from + " AND v.started_at < " + to
                            + " GROUP BY c.page ORDER BY abs(n - " + clicks + ") LIMIT 1");
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }
}
