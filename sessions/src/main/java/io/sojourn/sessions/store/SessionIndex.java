package io.sojourn.sessions.store;

import io.sojourn.eventlog.Position;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.Flushed;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LoadedSession;
import io.sojourn.sessions.kept.SetAside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are kept, where their blocks stand, and up to where the log was followed. Written by the follower alone;
 * {@link #find} may be asked by any thread.
 */
public final class SessionIndex {
    /** Larger records that were set aside are counted but not kept. */
    private static final int MAX_ASIDE_BYTES = 256 << 10;

    private static final int MAX_ASIDE_ROWS = 1_000;

    private final DuckFacts facts;

    public SessionIndex(DuckFacts facts) {
        this.facts = facts;
        IndexSchema.create(facts);
    }

    /** A session and the addresses of one lane's blocks in the order they were written. */
    public record Found(KeptSession session, List<BlockAddress> blocks) {}

    public Optional<Found> find(SessionKey key, Lane lane) {
        return facts.read(connection -> {
            List<KeptSession> sessions = findSession(connection, key);
            return sessions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(sessions.get(0), findBlocks(connection, key, lane)));
        });
    }

    private static List<KeptSession> findSession(Connection facts, SessionKey key) throws SQLException {
        String sql = "SELECT " + KeptRows.SESSION_COLUMNS + " FROM kept_session k WHERE k.site = ? AND k.session = ?";
        try (PreparedStatement query = facts.prepareStatement(sql)) {
            query.setInt(1, key.siteId());
            query.setObject(2, key.id().toUuid());
            return sessions(query.executeQuery());
        }
    }

    private static List<BlockAddress> findBlocks(Connection facts, SessionKey key, Lane lane) throws SQLException {
        String sql = "SELECT " + KeptRows.BLOCK_COLUMNS
                + " FROM block b WHERE b.site = ? AND b.session = ? AND b.lane = ?" + " ORDER BY b.segment, b.start";
        try (PreparedStatement query = facts.prepareStatement(sql)) {
            query.setInt(1, key.siteId());
            query.setObject(2, key.id().toUuid());
            query.setInt(3, lane.getNumber());
            return blocks(query.executeQuery()).stream().map(KeptBlock::address).toList();
        }
    }

    /** The sessions that have not ended. */
    public List<LoadedSession> open() {
        return loadWhere("NOT k.ended", Integer.MAX_VALUE);
    }

    /** Some ended sessions whose facts are not of their last revision and that have events to derive them from. */
    public List<LoadedSession> endedAndDirty(int limit) {
        return loadWhere("k.ended AND k.revision <> k.derived_revision AND k.analysis_batches > 0", limit);
    }

    /** Those of these sessions that are kept. */
    public List<LoadedSession> load(Collection<SessionKey> keys) {
        return facts.write(writing -> {
            IndexSchema.clear(writing, "wanted");
            writing.appendTemporary("wanted", rows -> {
                for (SessionKey key : keys) {
                    rows.beginRow();
                    KeptRows.append(rows, key);
                    rows.endRow();
                }
            });
            return loadWanted(writing.connection());
        });
    }

    private List<LoadedSession> loadWhere(String condition, int limit) {
        return facts.write(writing -> {
            IndexSchema.clear(writing, "wanted");
            writing.execute("INSERT INTO temp.main.wanted SELECT k.site, k.session FROM kept_session k WHERE "
                    + condition + " LIMIT " + limit);
            return loadWanted(writing.connection());
        });
    }

    private static List<LoadedSession> loadWanted(Connection facts) throws SQLException {
        String join = " JOIN temp.main.wanted w ON w.site = %1$s.site AND w.session = %1$s.session";
        Map<SessionKey, List<KeptBlock>> blocks = new LinkedHashMap<>();
        try (Statement query = facts.createStatement()) {
            String sql = "SELECT " + KeptRows.BLOCK_COLUMNS + " FROM block b" + join.formatted("b")
                    + " ORDER BY b.lane, b.segment, b.start";
            for (KeptBlock block : blocks(query.executeQuery(sql))) {
                blocks.computeIfAbsent(block.key(), key -> new ArrayList<>()).add(block);
            }
        }
        try (Statement query = facts.createStatement()) {
            String sql = "SELECT " + KeptRows.SESSION_COLUMNS + " FROM kept_session k" + join.formatted("k");
            return sessions(query.executeQuery(sql)).stream()
                    .map(session -> new LoadedSession(session, blocks.getOrDefault(session.key(), List.of())))
                    .toList();
        }
    }

    private static List<KeptSession> sessions(ResultSet rows) throws SQLException {
        List<KeptSession> sessions = new ArrayList<>();
        while (rows.next()) {
            sessions.add(KeptRows.session(rows));
        }
        return sessions;
    }

    private static List<KeptBlock> blocks(ResultSet rows) throws SQLException {
        List<KeptBlock> blocks = new ArrayList<>();
        while (rows.next()) {
            blocks.add(KeptRows.block(rows));
        }
        return blocks;
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
            saveAside(writing, flushed.aside());
            savePosition(writing.connection(), flushed.position(), flushed.nextSegment());
            return true;
        });
    }

    private static void replaceSessions(DuckFacts.Writing writing, List<KeptSession> sessions) throws SQLException {
        IndexSchema.clear(writing, "wanted");
        writing.appendTemporary("wanted", rows -> {
            for (KeptSession session : sessions) {
                rows.beginRow();
                KeptRows.append(rows, session.key());
                rows.endRow();
            }
        });
        writing.execute("DELETE FROM kept_session USING temp.main.wanted w"
                + " WHERE kept_session.site = w.site AND kept_session.session = w.session");
        writing.append("kept_session", rows -> {
            for (KeptSession session : sessions) {
                KeptRows.append(rows, session);
            }
        });
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

    private static void savePosition(Connection facts, @Nullable Position position, long nextSegment)
            throws SQLException {
        if (position != null) {
            String sql = "UPDATE follower SET log_id = ?, log_index = ?, log_crc = ?";
            try (PreparedStatement update = facts.prepareStatement(sql)) {
                update.setString(1, position.logId());
                update.setLong(2, position.index());
                update.setInt(3, position.crc());
                update.execute();
            }
        }
        try (PreparedStatement update = facts.prepareStatement("UPDATE follower SET next_segment = ?")) {
            update.setLong(1, nextSegment);
            update.execute();
        }
    }

    /** Up to where the log was followed; null before the first flush. */
    public @Nullable Position position() {
        List<Position> saved = facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet row =
                        query.executeQuery("SELECT log_id, log_index, log_crc FROM follower WHERE log_id IS NOT NULL");
                return row.next() ? List.of(new Position(row.getString(1), row.getLong(2), row.getInt(3))) : List.of();
            }
        });
        return saved.isEmpty() ? null : saved.get(0);
    }

    public long nextSegment() {
        return number("SELECT next_segment FROM follower");
    }

    /** Remembers that lower numbers are used up, before files that had them are deleted. */
    public void nextSegment(long next) {
        facts.write(writing -> {
            savePosition(writing.connection(), null, next);
            return true;
        });
    }

    /** The version of the rules all facts were derived by. */
    public int rulesVersion() {
        return (int) number("SELECT rules_version FROM follower");
    }

    /** Marks every session with events to be derived again, by these rules. */
    public void deriveAgain(int rulesVersion) {
        facts.write(writing -> {
            writing.execute("UPDATE kept_session SET derived_revision = -1 WHERE analysis_batches > 0");
            writing.execute("UPDATE follower SET rules_version = " + rulesVersion);
            return true;
        });
    }

    private long number(String sql) {
        return facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet row = query.executeQuery(sql);
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The segments of a lane that hold a block of some session. */
    public Set<Long> segments(Lane lane) {
        return facts.read(connection -> {
            Set<Long> segments = new HashSet<>();
            try (Statement query = connection.createStatement()) {
                ResultSet rows =
                        query.executeQuery("SELECT DISTINCT segment FROM block WHERE lane = " + lane.getNumber());
                while (rows.next()) {
                    segments.add(rows.getLong(1));
                }
            }
            return segments;
        });
    }

    /** Records a sentence for the owner. @param at epoch ms */
    public void notice(long at, String sentence) {
        facts.write(writing -> {
            writing.append("notice", rows -> {
                rows.beginRow();
                rows.append(at).append(sentence);
                rows.endRow();
            });
            return true;
        });
    }

    /** What {@link #notice} recorded, oldest first. */
    public List<String> notices() {
        return facts.read(connection -> {
            List<String> sentences = new ArrayList<>();
            try (Statement query = connection.createStatement()) {
                ResultSet rows = query.executeQuery("SELECT sentence FROM notice ORDER BY noticed_at");
                while (rows.next()) {
                    sentences.add(rows.getString(1));
                }
            }
            return sentences;
        });
    }

    /** How many records of a site stand aside. */
    public long setAside(int siteId) {
        return number("SELECT count(*) FROM set_aside WHERE site = " + siteId);
    }
}
