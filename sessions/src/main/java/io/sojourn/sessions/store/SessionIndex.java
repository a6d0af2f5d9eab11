package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LoadedSession;
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

/** Which sessions are kept and where their blocks stand. Any thread, though all but {@link #find} is meant for the follower. */
public final class SessionIndex {
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
}
