package io.sojourn.sessions.store;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything that is known about a visitor or a session out of index and facts, and sees to it that it does not come
 * back. What their bytes stood in is marked, to be written anew without them: segment files by compaction, the file of the
 * facts by {@link #rewriteFacts}. Names of pages and elements stay, they are the site's. One thread.
 */
public final class Erasure {
    private static final List<String> INDEX = List.of("block", "kept_session", "session_visitor", "server_event");

    private final DuckFacts facts;
    private final FactStore store;
    private final SuppressionList suppressed;

    public Erasure(DuckFacts facts, FactStore store, SuppressionList suppressed) {
        this.facts = facts;
        this.store = store;
        this.suppressed = suppressed;
    }

    /** All sessions in which the visitor's id was ever sent. */
    public Set<SessionKey> sessionsOf(int site, Id128 visitor) {
        String sql = """
                SELECT session FROM session_visitor WHERE site = ? AND visitor = ?
                UNION SELECT session FROM visit WHERE site = ? AND visitor = ?""";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, site);
                query.setObject(2, visitor.toUuid());
                query.setInt(3, site);
                query.setString(4, visitor.toString());
                ResultSet rows = query.executeQuery();
                Set<SessionKey> sessions = new LinkedHashSet<>();
                while (rows.next()) {
                    sessions.add(new SessionKey(site, Id128.of((UUID) rows.getObject(1))));
                }
                return sessions;
            }
        });
    }

    /**
     * Erases these sessions of one site, all or nothing. Repeating it does no harm.
     *
     * @param visitor whose sessions these are, to be suppressed as well; null when only the sessions are meant
     * @param now epoch ms
     */
    public void erase(int site, Collection<SessionKey> sessions, @Nullable Id128 visitor, long now) {
        facts.write(writing -> {
            FlushSaver.stageWanted(writing, sessions);
            writing.execute("""
                    INSERT INTO segment_rewrite SELECT DISTINCT b.lane, b.segment FROM block b
                    JOIN temp.main.wanted w ON w.site = b.site AND w.session = b.session""");
            for (String table : INDEX) {
                deleteWanted(writing, table);
            }
            store.deleteWanted(writing);
            deleteAside(writing, site, ids(sessions, visitor));
            suppressed.addSessions(writing, sessions, now);
            if (visitor != null) {
                suppressed.addVisitor(writing, site, visitor, now);
                deleteTold(writing, site, visitor);
            }
            writing.execute("INSERT INTO facts_rewrite VALUES (" + now + ")");
            return true;
        });
        suppressed.reload();
    }

    /** What the site's own server told of a visitor, whichever session it named. */
    private static void deleteTold(DuckFacts.Writing writing, int site, Id128 visitor) throws SQLException {
        try (PreparedStatement delete =
                writing.connection().prepareStatement("DELETE FROM server_event WHERE site = ? AND visitor = ?")) {
            delete.setInt(1, site);
            delete.setObject(2, visitor.toUuid());
            delete.execute();
        }
    }

    static void deleteWanted(DuckFacts.Writing writing, String table) throws SQLException {
        writing.execute(
                "DELETE FROM %1$s USING temp.main.wanted w WHERE %1$s.site = w.site AND %1$s.session = w.session"
                        .formatted(table));
    }

    private static List<ByteString> ids(Collection<SessionKey> sessions, @Nullable Id128 visitor) {
        List<ByteString> ids = new ArrayList<>();
        sessions.forEach(session -> ids.add(session.id().toByteString()));
        if (visitor != null) {
            ids.add(visitor.toByteString());
        }
        return ids;
    }

    /** Records that were set aside cannot all be parsed, so their bytes are searched. */
    private static void deleteAside(DuckFacts.Writing writing, int site, List<ByteString> ids) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Statement query = writing.connection().createStatement()) {
            ResultSet rows = query.executeQuery(
                    "SELECT rowid, record FROM set_aside WHERE record IS NOT NULL AND site = " + site);
            while (rows.next()) {
                if (KeptRows.holdsAny(rows.getBytes(2), ids)) {
                    found.add(rows.getLong(1));
                }
            }
        }
        for (long row : found) {
            writing.execute("DELETE FROM set_aside WHERE rowid = " + row);
        }
    }

    /** Since when (epoch ms) the file of the facts holds bytes of what was erased; empty when it holds none. */
    public OptionalLong factsDueSince() {
        return facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet row = query.executeQuery("SELECT min(since) FROM facts_rewrite HAVING count(*) > 0");
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    /** Writes the facts into a new file, which has no trace of what was deleted. Takes as long as copying them takes. */
    public void rewriteFacts() {
        facts.rewrite();
        facts.write(writing -> {
            writing.execute("DELETE FROM facts_rewrite");
            return true;
        });
    }
}
