package io.sojourn.sessions.store;

import java.util.List;

/** The pages somebody means, as SQL, for queries of all modules. */
public final class PageSql {
    static final String IS = "(p.template = ? OR p.path = ?)";

    private PageSql() {}

    /**
     * A query of one column, the ids of pages, meant to stand in {@code … WHERE x.site = ? AND x.page IN ( … )}.
     *
     * @param page a template, for all its pages together, or the path of one of them
     */
    public static SqlPart pages(int siteId, String page) {
        return new SqlPart("SELECT p.page FROM page p WHERE p.site = ? AND " + IS, List.of(siteId, page, page));
    }
}
