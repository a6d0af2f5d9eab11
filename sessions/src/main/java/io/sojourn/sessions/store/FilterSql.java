package io.sojourn.sessions.store;

import io.sojourn.sessions.VisitorClass;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A filter as SQL over {@code visit}, {@code page_view}, {@code event}, {@code goal_reached} and {@code signal}, for the
 * {@code store} packages of all modules. Values never stand in the text.
 */
public final class FilterSql {
    private static final String LEFT_OUT = VisitorClass.LEFT_OUT.stream()
            .map(left -> "'" + left.key() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private FilterSql() {}

    /**
     * A query of one column, the sessions that pass, meant to stand in {@code … WHERE x.site = ? AND x.session IN ( … )}.
     */
    public static SqlPart sessions(SessionFilter filter) {
        SqlPart passing = passing(filter);
        return new SqlPart("SELECT v.session FROM visit v WHERE " + passing.text(), passing.arguments());
    }

    /** {@code alias.site = ? AND alias.session IN ( … )}: the rows of any table that belong to sessions that pass. */
    public static SqlPart rows(String alias, SessionFilter filter) {
        SqlPart sessions = sessions(filter);
        List<Object> arguments = new ArrayList<>(List.of(filter.siteId()));
        arguments.addAll(sessions.arguments());
        return new SqlPart(alias + ".site = ? AND " + alias + ".session IN (" + sessions.text() + ")", arguments);
    }

    /** The condition alone, for queries that read {@code visit v} themselves. Never null, so its opposite is NOT of it. */
    public static SqlPart passing(SessionFilter filter) {
        List<Object> arguments = new ArrayList<>(List.of(filter.siteId(), filter.from(), filter.to()));
        String text = "v.site = ? AND v.started_at >= ? AND v.started_at < ?";
        if (!filter.asksForClass()) {
            text += " AND coalesce(v.class, '') NOT IN " + LEFT_OUT;
        }
        SqlPart holds = holds(filter);
        arguments.addAll(holds.arguments());
        if (filter.inverted()) {
            return new SqlPart(text + " AND NOT (" + (holds.text().isEmpty() ? "true" : holds.text()) + ")", arguments);
        }
        return new SqlPart(holds.text().isEmpty() ? text : text + " AND " + holds.text(), arguments);
    }

    private static SqlPart holds(SessionFilter filter) {
        List<String> each = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        if (filter.device() != null) {
            each.add("coalesce(v.device, '') = ?");
            arguments.add(filter.device().key());
        }
        for (Condition condition : filter.where()) {
            SqlPart part = ConditionSql.of(filter.siteId(), condition);
            each.add((condition.op().negative() ? "NOT " : "") + "(" + part.text() + ")");
            arguments.addAll(part.arguments());
        }
        return new SqlPart(String.join(" AND ", each), arguments);
    }
}
