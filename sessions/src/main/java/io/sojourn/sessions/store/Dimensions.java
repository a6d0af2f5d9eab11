package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.sessions.pages.PageNaming;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;

/**
 * The tables that say what page and element ids stand for: {@code page(site, page, path, template)} and {@code element(site,
 * element, page, tag, label, selector, fingerprint, identity, matched_by)}, the fingerprint as JSON. A row is written once; label and
 * fingerprint are those of the first time it was seen. Pages of one kind share a template; elements that look the same on
 * any page share an identity, so a report on a template groups by it. What a release renamed keeps the identity it had ({@link ElementMatches}).
 */
final class Dimensions {
    private final Fingerprints fingerprints = new Fingerprints();
    private final PageNames names;

    Dimensions(PageNaming naming) {
        names = new PageNames(naming);
    }

    void create(DuckFacts.Writing writing) throws SQLException {
        writing.execute("CREATE TABLE IF NOT EXISTS page(site INTEGER, page BIGINT, path VARCHAR)");
        writing.execute("CREATE TABLE IF NOT EXISTS element(site INTEGER, element BIGINT, page BIGINT, tag VARCHAR,"
                + " label VARCHAR, selector VARCHAR, fingerprint VARCHAR)");
        writing.execute("ALTER TABLE page ADD COLUMN IF NOT EXISTS template VARCHAR");
        writing.execute("ALTER TABLE element ADD COLUMN IF NOT EXISTS identity BIGINT");
        writing.execute("ALTER TABLE element ADD COLUMN IF NOT EXISTS matched_by VARCHAR");
        writing.execute("CREATE TEMP TABLE IF NOT EXISTS new_page AS SELECT * FROM page LIMIT 0");
        writing.execute("CREATE TEMP TABLE IF NOT EXISTS new_element AS SELECT * FROM element LIMIT 0");
        PageNames.create(writing);
        names.nameAll(writing);
        OlderElements.identify(writing, fingerprints);
    }

    /** Most sessions name the same few pages and elements, so of those of one id only the first goes as far as the database. */
    void keep(DuckFacts.Writing writing, List<FactRows> sessions) throws SQLException {
        Set<List<Long>> pages = new HashSet<>();
        writing.appendTemporary("new_page", rows -> {
            for (FactRows session : sessions) {
                appendPages(rows, session, pages);
            }
        });
        Set<List<Long>> elements = new HashSet<>();
        writing.appendTemporary("new_element", rows -> {
            for (FactRows session : sessions) {
                appendElements(rows, session, elements);
            }
        });
        merge(writing, "page");
        names.nameAll(writing);
        merge(writing, "element");
    }

    void rename(DuckFacts.Writing writing, int site) throws SQLException {
        writing.execute("UPDATE page SET template = NULL WHERE site = " + site);
        names.nameAll(writing);
    }

    private static void merge(DuckFacts.Writing writing, String table) throws SQLException {
        writing.execute("""
                INSERT INTO %1$s
                SELECT DISTINCT ON (n.site, n.%1$s) n.* FROM temp.main.new_%1$s n
                WHERE NOT EXISTS (SELECT 1 FROM %1$s known WHERE known.site = n.site AND known.%1$s = n.%1$s)""".formatted(table));
        IndexSchema.clear(writing, "new_" + table);
    }

    private static void appendPages(DuckDBAppender rows, FactRows session, Set<List<Long>> seen) throws SQLException {
        for (Map.Entry<Long, String> page : session.pages().entrySet()) {
            if (!seen.add(List.of((long) session.key().siteId(), page.getKey()))) {
                continue;
            }
            rows.beginRow();
            rows.append(session.key().siteId())
                    .append(page.getKey().longValue())
                    .append(page.getValue())
                    .appendNull();
            rows.endRow();
        }
    }

    private void appendElements(DuckDBAppender rows, FactRows session, Set<List<Long>> seen) throws SQLException {
        for (Map.Entry<Long, FactRows.PageElement> element : session.elements().entrySet()) {
            if (!seen.add(List.of((long) session.key().siteId(), element.getKey()))) {
                continue;
            }
            ElementIdentity identity = element.getValue().identity();
            Element fingerprint = identity.fingerprint();
            rows.beginRow();
            rows.append(session.key().siteId())
                    .append(element.getKey().longValue())
                    .append(element.getValue().page())
                    .append(fingerprint.getTag())
                    .append(fingerprint.getLabel())
                    .append(identity.selector())
                    .append(fingerprints.toJson(fingerprint))
                    .append(identity.id())
                    .appendNull();
            rows.endRow();
        }
    }
}
