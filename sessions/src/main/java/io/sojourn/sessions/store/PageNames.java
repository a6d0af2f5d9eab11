package io.sojourn.sessions.store;

import io.sojourn.sessions.pages.PageNaming;
import io.sojourn.sessions.pages.TemplateBudget;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a template to every page that has none: to new ones, and to all of a table that an older version wrote. One thread,
 * inside the transaction that wrote the rows.
 */
final class PageNames {
    private static final int AT_ONCE = 10_000;

    private final PageNaming naming;

    PageNames(PageNaming naming) {
        this.naming = naming;
    }

    static void create(DuckFacts.Writing writing) throws SQLException {
        writing.execute("CREATE TEMP TABLE IF NOT EXISTS named_page(site INTEGER, page BIGINT, template VARCHAR)");
    }

    void nameAll(DuckFacts.Writing writing) throws SQLException {
        Map<Integer, TemplateBudget> budgets = new HashMap<>();
        for (List<Nameless> pages = nameless(writing); !pages.isEmpty(); pages = nameless(writing)) {
            name(writing, pages, budgets);
        }
    }

    private record Nameless(int site, long page, String path) {}

    /** In one order, so that the same pages get the same names when the templates of a site run out. */
    private static List<Nameless> nameless(DuckFacts.Writing writing) throws SQLException {
        try (Statement query = writing.connection().createStatement()) {
            ResultSet rows = query.executeQuery("SELECT site, page, path FROM page WHERE template IS NULL"
                    + " ORDER BY site, path LIMIT " + AT_ONCE);
            List<Nameless> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Nameless(rows.getInt(1), rows.getLong(2), rows.getString(3)));
            }
            return found;
        }
    }

    private void name(DuckFacts.Writing writing, List<Nameless> pages, Map<Integer, TemplateBudget> budgets)
            throws SQLException {
        Map<Nameless, String> templates = new LinkedHashMap<>();
        for (Nameless page : pages) {
            TemplateBudget budget = budgets.get(page.site());
            if (budget == null) {
                budget = new TemplateBudget(templates(writing, page.site()));
                budgets.put(page.site(), budget);
            }
            templates.put(page, budget.admit(naming.template(page.site(), page.path())));
        }
        save(writing, templates);
    }

    private static void save(DuckFacts.Writing writing, Map<Nameless, String> templates) throws SQLException {
        writing.appendTemporary("named_page", rows -> {
            for (Map.Entry<Nameless, String> named : templates.entrySet()) {
                rows.beginRow();
                rows.append(named.getKey().site()).append(named.getKey().page()).append(named.getValue());
                rows.endRow();
            }
        });
        writing.execute("UPDATE page SET template = n.template FROM temp.main.named_page n"
                + " WHERE page.site = n.site AND page.page = n.page");
        IndexSchema.clear(writing, "named_page");
    }

    private static List<String> templates(DuckFacts.Writing writing, int site) throws SQLException {
        String sql = "SELECT DISTINCT template FROM page WHERE site = ? AND template IS NOT NULL";
        try (PreparedStatement query = writing.connection().prepareStatement(sql)) {
            query.setInt(1, site);
            ResultSet rows = query.executeQuery();
            List<String> templates = new ArrayList<>();
            while (rows.next()) {
                templates.add(rows.getString(1));
            }
            return templates;
        }
    }
}
