package io.sojourn.journey.form.store;

import io.sojourn.journey.form.FormReport;
import io.sojourn.journey.form.FormReport.FieldReport;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.SqlPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts forms and fields. Visits of programs are left out. Any thread. */
public final class FormReader {
    private static final String FORMS = """
            SELECT f.form, mode(coalesce(p.template, p.path)) AS page, count(*) FILTER (f.seen OR f.touched) AS views,
                count(*) FILTER (f.touched) AS touched, count(*) FILTER (f.started) AS started,
                count(*) FILTER (f.attempts > 0) AS submitted, count(*) FILTER (f.completed) AS completed,
                count(*) FILTER (f.started AND v.ended AND NOT f.completed) AS abandoned,
                count(*) FILTER (f.failed >= 2) AS loops, count(*) FILTER (f.cleared > 0) AS cleared,
                coalesce(median(f.active_ms) FILTER (f.completed AND f.active_ms >= 0), -1) AS median_ms,
                max(f.fields) AS asked, max(f.required) AS required,
                count(*) FILTER (f.started AND v.ended AND NOT f.completed AND NOT f.errors
                    AND f.last_place * 3 >= f.fields * 2) AS last_third
            FROM journey_form f
            JOIN visit v ON v.site = f.site AND v.session = f.session
            JOIN page p ON p.site = f.site AND p.page = f.page
            WHERE f.site = ? AND f.session IN (%s)
            GROUP BY f.form ORDER BY started DESC, f.form LIMIT 200""";

    private static final String FIELDS = """
            SELECT d.form, d.field, max(d.type) AS type, bool_or(d.required) AS required, median(d.place) AS place,
                count(*) FILTER (d.focused) AS focused, count(*) FILTER (d.filled) AS filled,
                count(*) FILTER (f.last_field = d.field AND f.started AND v.ended AND NOT f.completed) AS left_here,
                coalesce(median(d.engaged_ms) FILTER (d.engaged_ms > 0), -1) AS median_ms,
                coalesce(median(d.hesitation_ms) FILTER (d.hesitation_ms >= 0), -1) AS hesitation_ms,
                coalesce(10.0 * sum(d.deletions) / nullif(sum(d.edits), 0), 0) AS corrections,
                count(*) FILTER (d.returned) AS returned, count(*) FILTER (d.refilled) AS refilled,
                count(*) FILTER (d.errors > 0) AS errors, count(*) FILTER (d.cleared) AS cleared,
                count(*) FILTER (d.blank) AS blank, count(*) FILTER (d.autofilled) AS autofilled,
                count(*) FILTER (d.pasted) AS pasted, count(*) FILTER (d.paste_blocked) AS paste_blocked,
                count(*) FILTER (d.asked_twice) AS asked_twice,
                count(*) FILTER (d.focused AND f.completed) AS completers,
                count(*) FILTER (d.focused AND f.completed AND d.returned) AS completers_returned,
                count(*) FILTER (d.focused AND v.ended AND NOT f.completed) AS abandoners,
                count(*) FILTER (d.focused AND v.ended AND NOT f.completed AND d.returned) AS abandoners_returned
            FROM journey_field d
            JOIN journey_form f ON f.site = d.site AND f.session = d.session AND f.form = d.form
            JOIN visit v ON v.site = d.site AND v.session = d.session
            WHERE d.site = ? AND d.session IN (%s)
            GROUP BY d.form, d.field ORDER BY d.form, place, d.field""";

    private final Facts facts;

    public FormReader(Facts facts) {
        this.facts = facts;
    }

    /** The most started first. */
    public List<FormReport> read(SessionFilter filter) {
        SqlPart sessions = FilterSql.sessions(filter.people());
        return facts.read(connection ->
                forms(connection, filter.siteId(), sessions, fields(connection, filter.siteId(), sessions)));
    }

    private static List<FormReport> forms(
            Connection connection, int site, SqlPart sessions, Map<String, List<FieldReport>> fields)
            throws SQLException {
        List<FormReport> forms = new ArrayList<>();
        try (PreparedStatement query = prepare(connection, FORMS, site, sessions)) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                String form = row.getString("form");
                forms.add(new FormReport(
                        form,
                        row.getString("page"),
                        row.getLong("views"),
                        row.getLong("touched"),
                        row.getLong("started"),
                        row.getLong("submitted"),
                        row.getLong("completed"),
                        row.getLong("abandoned"),
                        row.getLong("loops"),
                        row.getLong("cleared"),
                        row.getLong("median_ms"),
                        row.getInt("asked"),
                        row.getInt("required"),
                        row.getLong("last_third"),
                        fields.getOrDefault(form, List.of())));
            }
        }
        return forms;
    }

    private static Map<String, List<FieldReport>> fields(Connection connection, int site, SqlPart sessions)
            throws SQLException {
        Map<String, List<FieldReport>> fields = new HashMap<>();
        try (PreparedStatement query = prepare(connection, FIELDS, site, sessions)) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                fields.computeIfAbsent(row.getString("form"), first -> new ArrayList<>())
                        .add(field(row));
            }
        }
        return fields;
    }

    private static FieldReport field(ResultSet row) throws SQLException {
        return new FieldReport(
                row.getString("field"),
                row.getString("type"),
                row.getBoolean("required"),
                row.getLong("focused"),
                row.getLong("filled"),
                row.getLong("left_here"),
                row.getLong("median_ms"),
                row.getLong("hesitation_ms"),
                row.getDouble("corrections"),
                row.getLong("returned"),
                row.getLong("refilled"),
                row.getLong("errors"),
                row.getLong("cleared"),
                row.getLong("blank"),
                row.getLong("autofilled"),
                row.getLong("pasted"),
                row.getLong("paste_blocked"),
                row.getLong("asked_twice"),
                row.getLong("completers"),
                row.getLong("completers_returned"),
                row.getLong("abandoners"),
                row.getLong("abandoners_returned"));
    }

    private static PreparedStatement prepare(Connection connection, String sql, int site, SqlPart sessions)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql.formatted(sessions.text()));
        query.setInt(1, site);
        sessions.bind(query, 2);
        return query;
    }
}
