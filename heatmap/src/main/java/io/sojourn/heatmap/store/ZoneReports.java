package io.sojourn.heatmap.store;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.zone.Zone;
import io.sojourn.heatmap.zone.ZoneElement;
import io.sojourn.heatmap.zone.ZoneFinder;
import io.sojourn.heatmap.zone.ZoneReport;
import io.sojourn.sessions.stats.MatchedDifference;
import io.sojourn.sessions.stats.Stratum;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.Fingerprints;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zones of a page and what they do. Any thread. */
public final class ZoneReports {
    private static final int MOST_ELEMENTS = 2_000;

    private static final String METRICS = """
            , place AS (SELECT zone, min(top) AS top, max(bottom) AS bottom, min(lft) AS lft, max(rgt) AS rgt
                FROM member WHERE bottom > top GROUP BY zone),
            seen AS (
                SELECT p.zone, w.session, w.view, sum(w.ms)::BIGINT AS ms
                FROM watched w JOIN place p ON
                    CASE WHEN p.bottom - p.top <= w.bottom - w.top
                        THEN (p.top + p.bottom) / 2 >= w.top AND (p.top + p.bottom) / 2 < w.bottom
                        ELSE least(p.bottom, w.bottom) - greatest(p.top, w.top) >= 0.8 * (p.bottom - p.top)
                            OR (least(p.bottom, w.bottom) - greatest(p.top, w.top)) * (p.rgt - p.lft)
                                >= 0.05 * (w.bottom - w.top) * w.width
                    END
                GROUP BY ALL HAVING sum(w.ms) >= 150),
            pressed AS (
                SELECT member.zone, c.session, c.view, count(*) AS clicks, min(c."at") AS first_at,
                    min(c."at") - min(c.started_at) AS first_ms, median(c.hovered_ms) FILTER (c.hovered_ms > 0) AS hesitation
                FROM clicked c JOIN member ON member.identity = c.identity GROUP BY ALL),
            floated AS (
                SELECT member.zone, h.session, h.view, sum(h.ms) AS ms
                FROM hovered h JOIN member ON member.identity = h.identity GROUP BY ALL),
            hurt AS (
                SELECT member.zone, count(DISTINCT (g.session, g.view)) AS views
                FROM struggle g JOIN member ON member.identity = g.identity GROUP BY ALL),
            saw AS (SELECT DISTINCT zone, session FROM seen),
            presser AS (SELECT zone, session, min(first_at) AS first_at FROM pressed GROUP BY ALL),
            person AS (
                SELECT coalesce(saw.zone, presser.zone) AS zone, presser.session IS NOT NULL AS clicked,
                    coalesce(reached.at > presser.first_at, presser.session IS NULL AND reached.at IS NOT NULL, false) AS won
                FROM saw FULL JOIN presser ON saw.zone = presser.zone AND saw.session = presser.session
                LEFT JOIN reached ON reached.session = coalesce(saw.session, presser.session)),
            fate AS (
                SELECT zone, count(*) FILTER (clicked) AS clicking, count(*) FILTER (clicked AND won) AS clicking_won,
                    count(*) FILTER (NOT clicked) AS others, count(*) FILTER (NOT clicked AND won) AS others_won
                FROM person GROUP BY zone),
            exposure AS (SELECT zone, count(*) AS views, median(ms)::BIGINT AS ms FROM seen GROUP BY zone),
            press AS (
                SELECT p.zone, sum(p.clicks)::BIGINT AS clicks, count(*) AS views, count(s.session) AS seen_too,
                    median(p.first_ms)::BIGINT AS first_ms, median(p.hesitation)::BIGINT AS hesitation
                FROM pressed p LEFT JOIN seen s ON s.zone = p.zone AND s.session = p.session AND s.view = p.view
                GROUP BY p.zone),
            float_ms AS (SELECT zone, median(ms)::BIGINT AS ms FROM floated GROUP BY zone)
            SELECT z.zone, place.top, place.bottom, place.lft, place.rgt,
                coalesce(exposure.views, 0) AS exposed, exposure.ms AS exposure_ms, coalesce(press.clicks, 0) AS clicks,
                coalesce(press.views, 0) AS clicked_views, coalesce(press.seen_too, 0) AS seen_too, press.first_ms,
                press.hesitation, float_ms.ms AS float_ms, coalesce(hurt.views, 0) AS hurt,
                coalesce(fate.clicking, 0) AS clicking, coalesce(fate.clicking_won, 0) AS clicking_won,
                coalesce(fate.others, 0) AS others, coalesce(fate.others_won, 0) AS others_won,
                (SELECT count(*) FROM clicked) AS page_clicks
            FROM (SELECT DISTINCT zone FROM member) z
            LEFT JOIN place USING (zone) LEFT JOIN exposure USING (zone) LEFT JOIN press USING (zone)
            LEFT JOIN float_ms USING (zone) LEFT JOIN hurt USING (zone) LEFT JOIN fate USING (zone)
            ORDER BY z.zone""";

    private final Facts facts;
    private final Fingerprints fingerprints = new Fingerprints();

    public ZoneReports(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param own zones that owners drew up on this page
     * @return own ones first, then lists, then regions, as {@link ZoneFinder} has them
     */
    public List<ZoneReport> read(HeatQuestion question, List<Zone> own) {
        Asked asked = new Asked(question);
        return facts.read(connection -> {
            List<ZoneElement> elements = elements(connection, asked);
            List<Zone> zones = ZoneFinder.find(elements, own);
            List<Member> members = members(zones, elements);
            if (members.isEmpty()) {
                return List.of();
            }
            long views = Views.count(connection, asked);
            return metrics(asked, members).query(connection, rows -> reports(rows, zones, views));
        });
    }

    private record Member(long identity, int zone, ElementBox box) {}

    private List<ZoneElement> elements(Connection connection, Asked asked) throws SQLException {
        Map<Long, ElementName> names = ElementNames.of(connection, asked);
        Sql boxes = Sql.of("WITH stands AS (")
                .add(asked.elements("e.element, e.identity").part())
                .add(") SELECT stands.identity, median(box_x)::INTEGER AS x, median(box_y)::INTEGER AS y,"
                        + " median(box_width)::INTEGER AS width, median(box_height)::INTEGER AS height FROM ("
                        + "SELECT m.element, m.box_x, m.box_y, m.box_width, m.box_height FROM heat_click m WHERE ")
                .add(asked.rows("m", "at"))
                .add(asked.state("m.state"))
                .add(" UNION ALL SELECT m.element, m.box_x, m.box_y, m.box_width, m.box_height FROM heat_rest m WHERE ")
                .add(asked.rows("m", "at"))
                .add(asked.state("m.state"))
                .add(") b JOIN stands ON stands.element = b.element GROUP BY stands.identity"
                        + " ORDER BY count(*) DESC, stands.identity LIMIT " + MOST_ELEMENTS);
        return boxes.query(connection, rows -> {
            List<ZoneElement> elements = new ArrayList<>();
            while (rows.next()) {
                long identity = rows.getLong("identity");
                ElementName name = names.getOrDefault(identity, ElementName.unknown(Long.toHexString(identity)));
                Element print = name.fingerprint().isEmpty()
                        ? Element.getDefaultInstance()
                        : fingerprints.fromJson(name.fingerprint());
                ElementBox box =
                        new ElementBox(rows.getInt("x"), rows.getInt("y"), rows.getInt("width"), rows.getInt("height"));
                elements.add(new ZoneElement(name, print.getNthPath(), print.getLandmark(), box));
            }
            return elements;
        });
    }

    private static List<Member> members(List<Zone> zones, List<ZoneElement> elements) {
        Map<String, ElementBox> boxes = new HashMap<>();
        elements.forEach(element -> boxes.put(element.name().key(), element.box()));
        List<Member> members = new ArrayList<>();
        for (int zone = 0; zone < zones.size(); zone++) {
            for (String key : zones.get(zone).elements().stream().sorted().toList()) {
                ElementBox box = boxes.getOrDefault(key, new ElementBox(0, 0, 0, 0));
                members.add(new Member(Long.parseUnsignedLong(key, 16), zone, box));
            }
        }
        return members;
    }

    private static Sql metrics(Asked asked, List<Member> members) {
        Sql sql = Sql.of("WITH member(identity, zone, top, bottom, lft, rgt) AS (VALUES "
                + String.join(", ", Collections.nCopies(members.size(), "(?, ?, ?, ?, ?, ?)")) + "), ");
        for (Member member : members) {
            ElementBox box = member.box();
            sql.values(
                    member.identity(), member.zone(), box.y(), box.y() + box.height(), box.x(), box.x() + box.width());
        }
        return sql.add("stands AS MATERIALIZED (")
                .add(asked.elements("e.element, e.identity").part())
                .add(
                        "), viewed AS MATERIALIZED (SELECT m.session, m.number, m.page, m.started_at FROM page_view m WHERE ")
                .add(asked.rows("m", "started_at"))
                .add(
                        "), watched AS (SELECT m.session, m.view, m.top, m.bottom, m.width, m.ms FROM heat_window m WHERE ")
                .add(asked.rows("m", "at"))
                .add(
                        "), clicked AS MATERIALIZED (SELECT s.identity, m.session, m.view, m.\"at\", m.hovered_ms, v.started_at"
                                + " FROM heat_click m LEFT JOIN stands s ON s.element = m.element"
                                + " LEFT JOIN viewed v ON v.session = m.session AND v.number = m.view WHERE ")
                .add(asked.rows("m", "at"))
                .add(asked.state("m.state"))
                .add("), hovered AS (SELECT s.identity, m.session, m.view, m.ms FROM heat_hover m"
                        + " JOIN stands s ON s.element = m.element WHERE ")
                .add(asked.rows("m", "at"))
                .add(
                        "), struggle AS (SELECT s.identity, g.session, v.number AS view FROM (SELECT m.* FROM signal m WHERE ")
                .add(asked.onAnyDevice("m", "happened_at"))
                .add(
                        ") g JOIN stands s ON s.element = g.element ASOF JOIN viewed v ON v.session = g.session"
                                + " AND v.page = g.page AND g.happened_at >= v.started_at)"
                                + ", reached AS (SELECT e.session, max(e.happened_at) AS at FROM event e"
                                + " WHERE e.site = ? AND e.kind = 'goal' GROUP BY e.session)",
                        asked.site())
                .add(METRICS);
    }

    private static List<ZoneReport> reports(ResultSet rows, List<Zone> zones, long views) throws SQLException {
        List<ZoneReport> reports = new ArrayList<>();
        while (rows.next()) {
            Stratum fate = new Stratum(
                    rows.getLong("clicking"),
                    rows.getLong("clicking_won"),
                    rows.getLong("others"),
                    rows.getLong("others_won"));
            ElementBox box = new ElementBox(
                    rows.getInt("lft"),
                    rows.getInt("top"),
                    rows.getInt("rgt") - rows.getInt("lft"),
                    rows.getInt("bottom") - rows.getInt("top"));
            reports.add(new ZoneReport(
                    zones.get(rows.getInt("zone")),
                    box,
                    views,
                    rows.getLong("exposed"),
                    number(rows, "exposure_ms"),
                    rows.getLong("clicks"),
                    rows.getLong("clicked_views"),
                    rows.getLong("seen_too"),
                    rows.getLong("page_clicks"),
                    number(rows, "first_ms"),
                    number(rows, "float_ms"),
                    number(rows, "hesitation"),
                    rows.getLong("hurt"),
                    fate.affected(),
                    fate.affectedLost(),
                    MatchedDifference.of(List.of(fate))));
        }
        return reports;
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
