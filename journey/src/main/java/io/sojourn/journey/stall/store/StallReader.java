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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what a ledger is made of: visits of people, unless the filter asks for another class. Any thread. */
public final class StallReader {
    /** What visits are alike in is packed as {@link Likeness} does, without the release, which the facts do not know. */
    private static final String STEPS = """
            SELECT (hash(s.session) >> 1)::BIGINT, s.started_at, t.number, s.stay_ms, s.moved_on_ms, s.goal_ms,
                least(3, s.prior) + least(3, s.stratum %% 10) * 4 + greatest(0, list_position(%s, v.channel) - 1) * 16
                    + coalesce(v.started_at > f.first_at, false)::INTEGER * 128 + least(1, (s.stratum // 100) %% 10) * 256,
                s.goal_before::INTEGER + v.ended::INTEGER * 2
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

    private static final String TEMPLATES = """
            SELECT DISTINCT coalesce(p.template, p.path) AS template FROM page p
            WHERE p.site = ? AND p.page IN (SELECT page FROM journey_stall WHERE site = ?) ORDER BY template""";

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

    /** Reads stalls and those they are compared with at the same time. @param releases epoch ms at which versions of the site went live */
    public LedgerFacts read(SessionFilter filter, long[] releases) {
        int site = filter.siteId();
        SqlPart sessions = FilterSql.sessions(filter.people());
        long[] sorted = releases.clone();
        Arrays.sort(sorted);
        List<String> templates = facts.read(connection -> templates(connection, site));
        CompletableFuture<List<StallRow>> stalls = CompletableFuture.supplyAsync(
                () -> facts.read(connection -> StallRows.read(connection, site, sessions, false)));
        try {
            return facts.read(connection -> new LedgerFacts(
                    totals(connection, filter),
                    templates,
                    steps(connection, site, sessions, templates, sorted),
                    stalls.join(),
                    views(connection, site, sessions),
                    baselines(connection, site),
                    loss(connection, site)));
        } catch (CompletionException trouble) {
            throw trouble.getCause() instanceof RuntimeException ours ? ours : trouble;
        }
    }

    /** On which somebody ever stalled. */
    private static List<String> templates(Connection connection, int site) throws SQLException {
        List<String> templates = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TEMPLATES)) {
            query.setInt(1, site);
            query.setInt(2, site);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                templates.add(rows.getString(1));
            }
        }
        return templates;
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
        try (PreparedStatement query =
                connection.prepareStatement(STEPS.formatted(Likeness.channels(), sessions.text()))) {
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
                int flags = rows.getInt(8);
                steps.add(
                        rows.getLong(1),
                        startedAt,
                        rows.getInt(3),
                        rows.getInt(4),
                        rows.getInt(5),
                        rows.getInt(6),
                        Likeness.withRelease(rows.getInt(7), before(releases, startedAt)),
                        (flags & 1) != 0,
                        (flags & 2) != 0);
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
        return facts.read(connection ->
                StallRows.read(connection, filter.siteId(), FilterSql.sessions(filter.people()), true).stream()
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
