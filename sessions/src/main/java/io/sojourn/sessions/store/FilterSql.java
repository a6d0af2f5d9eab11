package io.sojourn.sessions.store;

import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import io.sojourn.sessions.filter.SessionFilter.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A filter as SQL over the tables of visits, for queries of all modules. */
public final class FilterSql {
    private static final String STALLS =
            "(SELECT count(*) FROM signal g WHERE g.site = v.site AND g.session = v.session)";

    private final StringBuilder text = new StringBuilder("SELECT v.session FROM visit v WHERE v.site = ?");
    private final List<Object> arguments = new ArrayList<>();

    private FilterSql() {}

    /**
     * A query of one column, the sessions that pass, meant to stand in {@code … WHERE x.site = ? AND x.session IN ( … )}.
     */
    public static SqlPart sessions(SessionFilter filter) {
        FilterSql sql = new FilterSql();
        sql.arguments.add(filter.siteId());
        sql.and("v.started_at >= ?", filter.from());
        sql.and("v.started_at < ?", filter.to());
        if (filter.device() != null) {
            sql.and("v.device = ?", filter.device().key());
        }
        filter.where().forEach(condition -> sql.add(filter.siteId(), condition));
        return new SqlPart(sql.text.toString(), sql.arguments);
    }

    private void and(String condition, Object... values) {
        text.append(" AND ").append(condition);
        arguments.addAll(List.of(values));
    }

    private void add(int siteId, Condition condition) {
        switch (condition.field()) {
            case PAGE -> visited(siteId, condition);
            case ENTRY -> onPage("v.entry_page", siteId, condition);
            case EXIT -> onPage("v.exit_page", siteId, condition);
            case BROWSER -> text("v.browser", condition);
            case OS -> text("v.os", condition);
            case VISITOR -> text("v.visitor", condition);
            case CLICKS -> number("v.clicks", condition);
            case PAGES -> number("v.page_views", condition);
            case DURATION -> number("(v.ended_at - v.started_at)", condition);
            case ENGAGED -> number("v.engaged_ms", condition);
            case STALLS -> number(STALLS, condition);
            case RECORDED -> recorded(siteId, condition);
        }
    }

    private void visited(int siteId, Condition condition) {
        pages(
                "v.session " + in(condition) + " (SELECT pv.session FROM page_view pv JOIN page p"
                        + " ON p.site = pv.site AND p.page = pv.page WHERE pv.site = ? AND ",
                siteId,
                condition);
    }

    private void onPage(String column, int siteId, Condition condition) {
        pages(
                "coalesce(" + column + ", 0) " + in(condition) + " (SELECT p.page FROM page p WHERE p.site = ? AND ",
                siteId,
                condition);
    }

    /** A page is asked for by its template or by its own path. */
    private void pages(String among, int siteId, Condition condition) {
        String matches = condition.op() == Op.CONTAINS
                ? "(contains(lower(p.template), ?) OR contains(lower(p.path), ?))"
                : PageSql.IS;
        and(among + matches + ")", siteId, argument(condition), argument(condition));
    }

    private static String in(Condition condition) {
        return condition.op() == Op.NOT ? "NOT IN" : "IN";
    }

    private static String matches(String column, Condition condition) {
        return condition.op() == Op.CONTAINS ? "contains(lower(" + column + "), ?)" : column + " = ?";
    }

    private static String argument(Condition condition) {
        return condition.op() == Op.CONTAINS ? condition.value().toLowerCase(Locale.ROOT) : condition.value();
    }

    private void text(String column, Condition condition) {
        String known = "coalesce(" + column + ", '')";
        String matches = matches(known, condition);
        and(condition.op() == Op.NOT ? "NOT (" + matches + ")" : matches, argument(condition));
    }

    private void number(String column, Condition condition) {
        String compare = switch (condition.op()) {
            case AT_LEAST -> " >= ?";
            case AT_MOST -> " <= ?";
            case NOT -> " <> ?";
            case IS, CONTAINS -> " = ?";
        };
        and(column + compare, condition.number());
    }

    private void recorded(int siteId, Condition condition) {
        boolean wanted = condition.value().equals("true") == (condition.op() == Op.IS);
        and(
                "v.session " + (wanted ? "IN" : "NOT IN") + " (" + RECORDED
                        + " WHERE k.site = ? AND k.playback_batches > 0)",
                siteId);
    }

    /** A recording counts when some of it is kept, not when the page once said that it would record. */
    static final String RECORDED = "SELECT k.session FROM kept_session k";
}
