package io.sojourn.sessions.store;

import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Flushed;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.SessionVisitor;
import io.sojourn.sessions.kept.SetAside;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Saves what a flush keeps. Its blocks are on disk already; with this transaction they count. */
public final class FlushSaver {
    /** Larger records that were set aside are counted but not kept: the database holds 2,048 rows in memory at once. */
    private static final int MAX_ASIDE_BYTES = 16 << 10;

    private static final int MAX_ASIDE_ROWS = 1_000;

    private final DuckFacts facts;

    public FlushSaver(DuckFacts facts) {
        this.facts = facts;
    }

    /** Saves a flush: index, what was set aside, and the place in the log, all or nothing. */
    public void save(Flushed flushed) {
        facts.write(writing -> {
            replaceSessions(writing, flushed.sessions());
            writing.append("block", rows -> {
                for (KeptBlock block : flushed.blocks()) {
                    KeptRows.append(rows, block);
                }
            });
            saveVisitors(writing, flushed.visitors());
            saveAside(writing, flushed.aside());
            ServerFacts.save(writing, flushed.told());
            FollowerState.save(writing.connection(), flushed.position(), flushed.nextSegment());
            return true;
        });
    }

    private static void replaceSessions(DuckFacts.Writing writing, List<KeptSession> sessions) throws SQLException {
        stageWanted(writing, sessions.stream().map(KeptSession::key).toList());
        Erasure.deleteWanted(writing, "kept_session");
        writing.append("kept_session", rows -> {
            for (KeptSession session : sessions) {
                KeptRows.append(rows, session);
            }
        });
    }

    static void stageWanted(DuckFacts.Writing writing, Collection<SessionKey> sessions) throws SQLException {
        IndexSchema.clear(writing, "wanted");
        writing.appendTemporary("wanted", rows -> {
            for (SessionKey session : sessions) {
                rows.beginRow();
                KeptRows.append(rows, session);
                rows.endRow();
            }
        });
    }

    private static void saveVisitors(DuckFacts.Writing writing, List<SessionVisitor> visitors) throws SQLException {
        IndexSchema.clear(writing, "new_visitor");
        writing.appendTemporary("new_visitor", rows -> {
            for (SessionVisitor visitor : visitors) {
                rows.beginRow();
                KeptRows.append(rows, visitor.key());
                rows.append(visitor.visitor().toUuid());
                rows.endRow();
            }
        });
        writing.execute("""
                INSERT INTO session_visitor SELECT n.* FROM temp.main.new_visitor n
                WHERE NOT EXISTS (SELECT 1 FROM session_visitor known
                    WHERE known.site = n.site AND known.session = n.session AND known.visitor = n.visitor)""");
    }

    private static void saveAside(DuckFacts.Writing writing, List<SetAside> aside) throws SQLException {
        if (aside.isEmpty()) {
            return;
        }
        writing.append("set_aside", rows -> {
            for (SetAside record : aside) {
                append(rows, record);
            }
        });
        writing.execute(
                "DELETE FROM set_aside WHERE rowid NOT IN (SELECT rowid FROM set_aside ORDER BY rowid DESC LIMIT "
                        + MAX_ASIDE_ROWS + ")");
    }

    private static void append(DuckDBAppender rows, SetAside record) throws SQLException {
        int size = record.entry().batch().remaining();
        rows.beginRow();
        rows.append(record.entry().siteId())
                .append(record.entry().receivedAt())
                .append(record.behind().logId())
                .append(record.behind().index())
                .append(record.reason())
                .append(size);
        if (size <= MAX_ASIDE_BYTES) {
            rows.append(KeptRows.bytes(record.entry().batch()));
        } else {
            rows.append((byte[]) null);
        }
        rows.endRow();
    }
}
