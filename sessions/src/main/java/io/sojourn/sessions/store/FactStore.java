package io.sojourn.sessions.store;

import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.pages.PageNaming;
import io.sojourn.sessions.pages.PageTemplates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The tables of facts. Facts of a session are replaced together and never by those of an older revision. Written by one
 * thread.
 */
public final class FactStore {
    private final DuckFacts facts;
    private final List<FactTable> tables;
    private final Dimensions dimensions;

    /** @param tables of all derivations; when one is new or has other columns, all facts are marked to be derived again */
    public FactStore(DuckFacts facts, List<FactTable> tables) {
        this(facts, tables, (site, path) -> PageTemplates.of(path));
    }

    /** @param naming of pages, for their dimension */
    public FactStore(DuckFacts facts, List<FactTable> tables, PageNaming naming) {
        this.facts = facts;
        this.dimensions = new Dimensions(naming);
        this.tables = List.copyOf(tables);
        facts.prepare(writing -> {
            dimensions.create(writing);
            boolean changed = false;
            for (FactTable table : tables) {
                changed |= new FactSchema(table).create(writing);
            }
            if (changed) {
                writing.execute(FollowerState.DERIVE_AGAIN);
            }
            return true;
        });
    }

    /**
     * Replaces facts of sessions, all or nothing.
     *
     * @param made per list of tables that one derivation owns, what it made of the sessions it did not fail for
     * @param sessions all sessions that were derived, as they are marked
     */
    public void replace(Map<List<FactTable>, List<FactRows>> made, List<Revision> sessions) {
        facts.write(writing -> {
            stage(writing, sessions);
            Set<SessionKey> outdated = outdated(writing);
            Map<List<FactTable>, List<FactRows>> current = new LinkedHashMap<>();
            made.forEach((owned, rows) -> current.put(owned, without(outdated, rows)));
            dimensions.keep(
                    writing, current.values().stream().flatMap(List::stream).toList());
            List<Revision> staged = sessions;
            for (Map.Entry<List<FactTable>, List<FactRows>> derivation : current.entrySet()) {
                List<Revision> these = revisions(derivation.getValue());
                if (!these.equals(staged)) {
                    stage(writing, these);
                    staged = these;
                }
                replace(writing, derivation.getKey(), derivation.getValue());
            }
            stage(
                    writing,
                    sessions.stream()
                            .filter(session -> !outdated.contains(session.key()))
                            .toList());
            mark(writing);
            return true;
        });
    }

    private static List<FactRows> without(Set<SessionKey> outdated, List<FactRows> rows) {
        return rows.stream().filter(some -> !outdated.contains(some.key())).toList();
    }

    private static List<Revision> revisions(List<FactRows> rows) {
        return rows.stream()
                .map(some -> new Revision(some.key(), some.revision()))
                .toList();
    }

    /** A session and the revision its facts are made of. */
    public record Revision(SessionKey key, long number) {}

    private void replace(DuckFacts.Writing writing, List<FactTable> tables, List<FactRows> sessions)
            throws SQLException {
        for (FactTable table : tables) {
            writing.execute(
                    "DELETE FROM %1$s USING temp.main.derived d WHERE %1$s.site = d.site AND %1$s.session = d.session"
                            .formatted(table.name()));
            writing.append(table.name(), rows -> {
                for (FactRows session : sessions) {
                    append(rows, session, table);
                }
            });
        }
    }

    /** Names all pages of a site anew, by the rules of now. */
    public void renamePages(int site) {
        facts.write(writing -> {
            dimensions.rename(writing, site);
            return true;
        });
    }

    /** Deletes all facts of the sessions in the temporary table {@code wanted}. */
    void deleteWanted(DuckFacts.Writing writing) throws SQLException {
        for (FactTable table : tables) {
            Erasure.deleteWanted(writing, table.name());
        }
    }

    private static void stage(DuckFacts.Writing writing, List<Revision> sessions) throws SQLException {
        IndexSchema.clear(writing, "derived");
        writing.appendTemporary("derived", rows -> {
            for (Revision session : sessions) {
                rows.beginRow();
                KeptRows.append(rows, session.key());
                rows.append(session.number());
                rows.endRow();
            }
        });
    }

    private static Set<SessionKey> outdated(DuckFacts.Writing writing) throws SQLException {
        Set<SessionKey> outdated = new HashSet<>();
        try (Statement query = writing.connection().createStatement()) {
            ResultSet rows = query.executeQuery("""
                    SELECT d.site, d.session FROM temp.main.derived d
                    JOIN kept_session k ON k.site = d.site AND k.session = d.session
                    WHERE k.derived_revision > d.revision""");
            while (rows.next()) {
                outdated.add(KeptRows.key(rows));
            }
        }
        return outdated;
    }

    private static void mark(DuckFacts.Writing writing) throws SQLException {
        writing.execute("UPDATE kept_session SET derived_revision = d.revision FROM temp.main.derived d"
                + " WHERE kept_session.site = d.site AND kept_session.session = d.session");
    }

    private static void append(DuckDBAppender rows, FactRows session, FactTable table) throws SQLException {
        for (@Nullable Object[] values : session.rows(table)) {
            rows.beginRow();
            KeptRows.append(rows, session.key());
            for (int i = 0; i < values.length; i++) {
                append(rows, table.columns().get(i), values[i]);
            }
            rows.endRow();
        }
    }

    private static void append(DuckDBAppender rows, FactTable.Column column, @Nullable Object value)
            throws SQLException {
        switch (column.type()) {
            case INTEGER -> rows.append((Integer) value);
            case BIGINT -> rows.append((Long) value);
            case DOUBLE -> rows.append((Double) value);
            case BOOLEAN -> rows.append((Boolean) value);
            case VARCHAR -> rows.append((String) value);
        }
    }
}
