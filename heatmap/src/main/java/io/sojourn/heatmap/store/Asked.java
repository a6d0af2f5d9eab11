package io.sojourn.heatmap.store;

import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PageState;
import io.sojourn.sessions.store.FilterSql;
import io.sojourn.sessions.store.PageSql;
import io.sojourn.sessions.store.SqlPart;
import java.time.Duration;
import java.util.List;

/**
 * A question as conditions on a fact table that has {@code site, session, page, device} and a time. The time says nothing that
 * the sessions do not: no session lasts longer than a day, so rows of other days need not be read.
 */
final class Asked {
    private static final long LONGEST_SESSION_MS = Duration.ofHours(25).toMillis();

    private final HeatQuestion question;
    private final SqlPart pages;
    private final SqlPart sessions;

    Asked(HeatQuestion question) {
        this.question = question;
        pages = PageSql.pages(question.filter().siteId(), question.page());
        sessions = FilterSql.sessions(question.filter());
    }

    HeatQuestion question() {
        return question;
    }

    int site() {
        return question.filter().siteId();
    }

    /** A query of one column: the pages asked for. */
    SqlPart pages() {
        return pages;
    }

    /** A condition: rows of this table, named {@code alias}, on the device asked for. */
    SqlPart rows(String alias, String time) {
        return Sql.of(alias + ".device = ? AND ", question.device().key())
                .add(onAnyDevice(alias, time))
                .part();
    }

    SqlPart onAnyDevice(String alias, String time) {
        long to = question.filter().to();
        long last = to > Long.MAX_VALUE - LONGEST_SESSION_MS ? Long.MAX_VALUE : to + LONGEST_SESSION_MS;
        return Sql.of(alias + ".site = ? AND " + alias + ".page IN (", site())
                .add(pages)
                .add(
                        ") AND %1$s.\"%2$s\" >= ? AND %1$s.\"%2$s\" < ?".formatted(alias, time),
                        question.filter().from(),
                        last)
                .add(" AND " + alias + ".session IN (")
                .add(sessions)
                .add(")")
                .part();
    }

    /** A further condition: the state asked for; nothing when it is all of them. */
    SqlPart state(String column) {
        PageState state = question.state();
        if (state == null) {
            return new SqlPart("", List.of());
        }
        if (state.isBase()) {
            return new SqlPart(" AND " + column + " IS NULL", List.of());
        }
        return Sql.of(
                        " AND " + column + " IN (SELECT e.element FROM element e WHERE e.identity = ? AND e.site = ?",
                        state.overlay(),
                        site())
                .add(" AND e.page IN (")
                .add(pages)
                .add("))")
                .part();
    }

    /** A query: the elements of the pages asked for, under the identity they are counted by. */
    Sql elements(String columns) {
        return Sql.of("SELECT " + columns + " FROM element e WHERE e.site = ? AND e.page IN (", site())
                .add(pages)
                .add(")");
    }
}
