package io.sojourn.sessions.store;

import io.sojourn.sessions.filter.Op;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one condition asks of a {@code visit v}, always in its positive form: what {@code browser:not:Firefox} needs is the
 * opposite of what this makes of it. The text is true or false for every visit, never null.
 */
final class ConditionSql {
    private final int site;
    private final Condition condition;
    private final List<Object> arguments = new ArrayList<>();

    private ConditionSql(int site, Condition condition) {
        this.site = site;
        this.condition = condition;
    }

    static SqlPart of(int site, Condition condition) {
        ConditionSql sql = new ConditionSql(site, condition);
        String text = sql.text();
        return new SqlPart(text, sql.arguments);
    }

    private String text() {
        return switch (condition.field()) {
            case CLASS -> matches("v.class");
            case VISITOR -> matches("v.visitor");
            case USER -> matches("v.user_key");
            case BROWSER -> matches("v.browser");
            case OS -> matches("v.os");
            case DEVICE -> matches("v.device");
            case LANGUAGE -> matches("v.language");
            case COUNTRY -> matches("v.country");
            case REFERRER -> matches("v.referrer_class");
            case CHANNEL -> matches("v.channel");
            case SOURCE -> matches("v.source");
            case MEDIUM -> matches("v.medium");
            case CAMPAIGN -> matches("v.campaign");
            case CLICKS -> number("v.clicks");
            case PAGES -> number("v.page_views");
            case DEPTH -> number("v.depth");
            case LOOPS -> number("v.loops");
            case DURATION -> number("(v.ended_at - v.started_at)");
            case ENGAGED -> number("v.engaged_ms");
            case GOALS -> number("v.goals");
            case ORDERS -> number("v.orders");
            case SEARCHES -> number("v.searches");
            case ERRORS -> number("v.errors");
            case GAPS -> number("v.gaps");
            case STALLS -> stalls();
            case BOUNCE -> yes("coalesce(v.bounce, false)");
            case ENDED -> yes("coalesce(v.ended, false)");
            case RECORDED -> yes(recorded());
            case NEW -> yes(isNew());
            case PAGE -> among("page_view", "x.page IN " + pages());
            case ENTRY -> "coalesce(v.entry_page, 0) IN " + pages();
            case EXIT -> "coalesce(v.exit_page, 0) IN " + pages();
            case TITLE -> among("page_view", has("x.title"));
            case NOT_FOUND -> yes(among("page_view", "coalesce(x.not_found, false)"));
            case EVENT -> placed("event", "");
            case SIGNAL -> placed("signal", "x.kind");
            case GOAL -> placed("goal_reached", "x.goal");
            case ELEMENT ->
                among(
                        "event",
                        "x.kind = 'click' AND x.element IN (SELECT el.element FROM element el WHERE el.site = " + site
                                + " AND (" + has("el.selector") + " OR " + has("el.label") + "))");
            case SEARCH -> among("event", "x.kind = 'search' AND " + has("x.name"));
            case ERROR -> among("event", "x.kind IN ('error', 'request') AND " + has("x.name"));
        };
    }

    /** Sessions of which some row of a table is so. Everything up to the condition stands before its values. */
    private String among(String table, String rows) {
        return "v.session IN (SELECT x.session FROM " + table + " x WHERE x.site = " + site + " AND " + rows + ")";
    }

    /** What happened, and where, when the value ends in {@code @/page}. */
    private String placed(String table, String column) {
        int at = condition.value().lastIndexOf("@/");
        if (at <= 0) {
            return among(table, named(column, condition));
        }
        Condition what = new Condition(
                condition.field(), condition.op(), condition.value().substring(0, at));
        String page = condition.value().substring(at + 1);
        String rows = named(column, what);
        arguments.add(page);
        arguments.add(page);
        return among(
                table,
                rows + " AND x.page IN (SELECT p.page FROM page p WHERE p.site = " + site + " AND " + PageSql.IS + ")");
    }

    private String named(String column, Condition what) {
        if (!column.isEmpty()) {
            return matches(column, what);
        }
        return "(x.kind IN ('goal', 'track') AND " + matches("x.name", what) + " OR " + matches("x.kind", what) + ")";
    }

    /** A page is asked for by its template or by its own path. */
    private String pages() {
        return "(SELECT p.page FROM page p WHERE p.site = " + site + " AND (" + has("p.template") + " OR "
                + has("p.path") + "))";
    }

    /** Of a column of {@code visit}: what nobody knows is the empty text, which no condition names. */
    private String matches(String column) {
        return matches("coalesce(" + column + ", '')", condition);
    }

    /**
     * Of a column of rows that are looked for: what nobody knows makes the condition null, and the row is not found. Bare columns
     * let the database skip groups of rows by their least and greatest values.
     */
    private String has(String column) {
        return matches(column, condition);
    }

    private String matches(String known, Condition what) {
        Op op = what.op();
        if (op == Op.CONTAINS || op == Op.NOT_CONTAINS) {
            arguments.add(what.value().toLowerCase(Locale.ROOT));
            return "contains(lower(" + known + "), ?)";
        }
        List<String> values = what.values();
        arguments.addAll(values);
        return values.isEmpty()
                ? "false"
                : known + " IN ("
                        + String.join(", ", values.stream().map(any -> "?").toList()) + ")";
    }

    private String number(String column) {
        arguments.add(condition.number());
        String compare = switch (condition.op()) {
            case AT_LEAST, BELOW -> " >= ?";
            case AT_MOST, ABOVE -> " <= ?";
            default -> " = ?";
        };
        return "coalesce(" + column + ", 0)" + compare;
    }

    /**
     * Signals are counted per session once, not anew for each visit. Who has none stands in no row of {@code signal}, so what
     * none fulfils is asked the other way round.
     */
    private String stalls() {
        String counted = "v.session %s (SELECT g.session FROM signal g WHERE g.site = " + site
                + " GROUP BY g.session HAVING %s(" + number("count(*)") + "))";
        return noneFulfils() ? counted.formatted("NOT IN", "NOT ") : counted.formatted("IN", "");
    }

    private boolean noneFulfils() {
        return condition.number() == 0 || condition.op() == Op.AT_MOST || condition.op() == Op.ABOVE;
    }

    private String yes(String holds) {
        return condition.value().equals("true") ? holds : "NOT (" + holds + ")";
    }

    /** A recording counts when some of it is kept, not when the page once said that it would record. */
    private String recorded() {
        return "v.session IN (SELECT k.session FROM kept_session k WHERE k.site = " + site
                + " AND k.playback_batches > 0)";
    }

    /**
     * The first visit of a visitor that is known. Who keeps no id is never known to be new. Grouping by hashes of 64 bits costs
     * half of what the ids themselves cost; that two among a million visitors share one happens once in forty million sites.
     */
    private String isNew() {
        return "v.rowid IN (SELECT arg_min(x.rowid, x.started_at) FROM visit x WHERE x.site = " + site
                + " AND x.visitor IS NOT NULL GROUP BY hash(x.visitor))";
    }
}
