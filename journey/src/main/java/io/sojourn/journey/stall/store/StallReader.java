package io.sojourn.journey.stall.store;

import io.sojourn.journey.stall.Bands;
import io.sojourn.journey.stall.Baseline;
import io.sojourn.journey.stall.LedgerFacts;
import io.sojourn.journey.stall.Likeness;
import io.sojourn.journey.stall.Loss;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.Steps;
import io.sojourn.journey.stall.Verification;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what a ledger is made of: visits of people, unless the filter asks for another class. Any thread. */
public final class StallReader {
    private static final String STEPS = """
            SELECT (hash(s.session) >> 1)::BIGINT AS visit, s.started_at, t.number, s.stay_ms, s.moved_on_ms, s.goal_ms,
                s.prior, s.stratum, s.goal_before, v.ended, v.started_at > f.first_at AS came_back, v.channel
            FROM journey_step s
            JOIN (SELECT p.page, t.number FROM page p JOIN (SELECT unnest(?::VARCHAR[]) AS template, unnest(?::INTEGER[]) AS number) t
                ON t.template = coalesce(p.template, p.path) WHERE p.site = ?) t ON t.page = s.page
            JOIN visit v ON v.site = s.site AND v.session = s.session
            LEFT JOIN (SELECT visitor, min(started_at) AS first_at FROM visit WHERE site = ? AND visitor IS NOT NULL
                GROUP BY visitor) f ON f.visitor = v.visitor
            WHERE s.site = ? AND s.session IN (%s)""";

    private static final String BASELINES = """
            SELECT coalesce(p.template, p.path) AS template, count(*) AS n,
                quantile_cont(s.moved_on_ms, 0.9) AS nearly_all%s
            FROM journey_step s
            JOIN visit v ON v.site = s.site AND v.session = s.session
            JOIN page p ON p.site = s.site AND p.page = s.page
            WHERE s.site = ? AND v.ended AND v.class = 'person' AND NOT s.stalled AND s.moved_on_ms >= 0
            GROUP BY ALL""";

    private static final String GOALS = """
            SELECT count(DISTINCT s.session) FILTER (s.goal_ms >= 0 OR s.goal_before), count(DISTINCT s.session)
            FROM journey_step s WHERE s.site = ?""";

    private static final String TOTALS = """
            SELECT count(*), count(*) FILTER (NOT v.ended), count(*) FILTER (v.class IN ('agent', 'automation')), count(*) FILTER (v.gaps > 0)
            FROM visit v WHERE v.site = ? AND v.session IN (%s)""";

    private static final String VIEWS = """
            SELECT coalesce(p.template, p.path), sum(s.views) FROM journey_step s
            JOIN page p ON p.site = s.site AND p.page = s.page
            WHERE s.site = ? AND s.session IN (%s) GROUP BY ALL""";

    /** Fewer who moved on tell nothing about nearly all. */
    private static final int FEW = 30;

    private static final double GOALS_MATTER = 0.01;

    private final Facts facts;

    public StallReader(Facts facts) {
        this.facts = facts;
    }

    /** @param releases epoch ms at which versions of the site went live */
    public LedgerFacts read(SessionFilter filter, long[] releases) {
        return facts.read(connection -> read(connection, filter, releases));
    }

    private static LedgerFacts read(Connection connection, SessionFilter filter, long[] releases) throws SQLException {
        int site = filter.siteId();
        SqlPart sessions = FilterSql.sessions(filter.people());
        List<StallRow> stalls = StallRows.read(connection, site, sessions);
        List<String> templates = stalls.stream()
                .map(row -> row.place().template())
                .distinct()
                .sorted()
                .toList();
        long[] sorted = releases.clone();
        Arrays.sort(sorted);
        return new LedgerFacts(
                totals(connection, filter),
                templates,
                steps(connection, site, sessions, templates, sorted),
                stalls,
                views(connection, site, sessions),
                baselines(connection, site),
                loss(connection, site));
    }

    private static PreparedStatement prepare(Connection connection, String sql, int site, SqlPart sessions)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql.formatted(sessions.text()));
        query.setInt(1, site);
        sessions.bind(query, 2);
        return query;
    }

    private static LedgerFacts.Totals totals(Connection connection, SessionFilter filter) throws SQLException {
        try (PreparedStatement query = prepare(connection, TOTALS, filter.siteId(), FilterSql.sessions(filter))) {
            ResultSet row = query.executeQuery();
            row.next();
            long programs = filter.asksForClass() ? 0 : row.getLong(3);
            return new LedgerFacts.Totals(row.getLong(1), row.getLong(2), programs, row.getLong(4));
        }
    }

    private static Map<String, Long> views(Connection connection, int site, SqlPart sessions) throws SQLException {
        Map<String, Long> views = new HashMap<>();
        try (PreparedStatement query = prepare(connection, VIEWS, site, sessions)) {
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                views.put(rows.getString(1), rows.getLong(2));
            }
        }
        return views;
    }

    private static Loss loss(Connection connection, int site) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(GOALS)) {
            query.setInt(1, site);
            ResultSet row = query.executeQuery();
            row.next();
            long reached = row.getLong(1);
            return reached >= FEW && reached >= GOALS_MATTER * row.getLong(2) ? Loss.GOAL : Loss.LEFT;
        }
    }

    private static Map<String, Baseline> baselines(Connection connection, int site) throws SQLException {
        String remaining = IntStream.range(0, Bands.count())
                .mapToObj(band -> ", quantile_cont(s.moved_on_ms - " + Bands.from(band)
                        + ", 0.5) FILTER (s.moved_on_ms >= " + Bands.from(band) + ")")
                .collect(Collectors.joining());
        Map<String, Baseline> baselines = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(BASELINES.formatted(remaining))) {
            query.setInt(1, site);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                long[] medians = new long[Bands.count()];
                for (int band = 0; band < medians.length; band++) {
                    medians[band] = rows.getLong(4 + band);
                }
                long nearlyAll = rows.getLong("n") < FEW ? 0 : rows.getLong("nearly_all");
                baselines.put(rows.getString("template"), new Baseline(nearlyAll, medians));
            }
        }
        return baselines;
    }

    private static Steps steps(
            Connection connection, int site, SqlPart sessions, List<String> templates, long[] releases)
            throws SQLException {
        Steps steps = new Steps();
        if (templates.isEmpty()) {
            return steps;
        }
        try (PreparedStatement query = connection.prepareStatement(STEPS.formatted(sessions.text()))) {
            query.setArray(1, connection.createArrayOf("VARCHAR", templates.toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "INTEGER",
                            IntStream.range(0, templates.size()).boxed().toArray()));
            query.setInt(3, site);
            query.setInt(4, site);
            query.setInt(5, site);
            sessions.bind(query, 6);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                long startedAt = rows.getLong(2);
                steps.add(
                        rows.getLong(1),
                        startedAt,
                        rows.getInt(3),
                        rows.getInt(4),
                        rows.getInt(5),
                        rows.getInt(6),
                        Likeness.pack(
                                rows.getInt(7),
                                rows.getInt(8),
                                StallRows.text(rows, "channel"),
                                rows.getBoolean(11),
                                before(releases, startedAt)),
                        rows.getBoolean(9),
                        rows.getBoolean(10));
            }
        }
        return steps;
    }

    private static int before(long[] releases, long at) {
        int count = 0;
        while (count < releases.length && releases[count] <= at) {
            count++;
        }
        return count;
    }

    /** Stalls of the places that are asked for. */
    public List<StallRow> stalls(SessionFilter filter, Predicate<StallRow> wanted) {
        return facts.read(
                connection -> StallRows.read(connection, filter.siteId(), FilterSql.sessions(filter.people())).stream()
                        .filter(wanted)
                        .toList());
    }

    /** The place of that id, where somebody stalled since then. @param since epoch ms */
    public Optional<StallRow.Place> place(int site, String id, long since) {
        SessionFilter filter = new SessionFilter(site, since, Long.MAX_VALUE, null, List.of());
        return stalls(filter, row -> row.place().id().equals(id)).stream()
                .map(StallRow::place)
                .findFirst();
    }

    /**
     * Whether a release mended what visitors stalled at.
     *
     * @param releasedAt epoch ms
     * @param now epoch ms
     */
    public Verification verify(int site, StallRow.Place place, long releasedAt, long now) {
        Loss loss = facts.read(connection -> loss(connection, site));
        return new BeforeAndAfter(facts).compare(site, place, loss, releasedAt, now);
    }
}
