package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.BlockAddress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of each segment file is in use, and the change of address of blocks that were copied. Any thread. */
public final class BlockMoves {
    private final DuckFacts facts;

    public BlockMoves(DuckFacts facts) {
        this.facts = facts;
    }

    /** By segment, the bytes of the blocks that sessions still have in it. Segments without any are left out. */
    public Map<Long, Long> bytesInUse(Lane lane) {
        return facts.read(connection -> {
            String sql = "SELECT segment, sum(length)::BIGINT FROM block WHERE lane = ? GROUP BY segment";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, lane.getNumber());
                ResultSet rows = query.executeQuery();
                Map<Long, Long> bytes = new HashMap<>();
                while (rows.next()) {
                    bytes.put(rows.getLong(1), rows.getLong(2));
                }
                return bytes;
            }
        });
    }

    /** The blocks in these segments, those of one session beside one another, in the order they were written. */
    public List<BlockAddress> blocksIn(Lane lane, Collection<Long> segments) {
        String sql = "SELECT segment, start, length FROM block WHERE lane = ? AND segment IN ("
                + segments.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ") ORDER BY site, session, segment, start";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, lane.getNumber());
                ResultSet rows = query.executeQuery();
                List<BlockAddress> blocks = new ArrayList<>();
                while (rows.next()) {
                    blocks.add(new BlockAddress(lane, rows.getLong(1), rows.getLong(2), rows.getInt(3)));
                }
                return blocks;
            }
        });
    }

    /**
     * Has blocks stand where their copies are, all or nothing. Nothing else is in use where they stood.
     *
     * @param moves from the old address to the new one, whose bytes are on disk already
     * @param nextSegment below it all segment numbers are used up
     * @throws IllegalStateException if one of the blocks is not where it was thought to be
     */
    public void move(Map<BlockAddress, BlockAddress> moves, long nextSegment) {
        facts.write(writing -> {
            IndexSchema.clear(writing, "moved");
            writing.appendTemporary("moved", rows -> {
                for (Map.Entry<BlockAddress, BlockAddress> move : moves.entrySet()) {
                    rows.beginRow();
                    rows.append(move.getKey().lane().getNumber())
                            .append(move.getKey().segment())
                            .append(move.getKey().start())
                            .append(move.getValue().segment())
                            .append(move.getValue().start());
                    rows.endRow();
                }
            });
            int moved = update(writing);
            if (moved != moves.size()) {
                throw new IllegalStateException(moved + " of " + moves.size() + " blocks could be moved");
            }
            writing.execute("""
                    DELETE FROM segment_rewrite USING temp.main.moved m
                    WHERE segment_rewrite.lane = m.lane AND segment_rewrite.segment = m.segment""");
            FollowerState.save(writing.connection(), null, nextSegment);
            return moved;
        });
    }

    /** The segments that hold bytes of what was erased, as far as is known. */
    public Set<Long> marked(Lane lane) {
        return facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet rows =
                        query.executeQuery("SELECT segment FROM segment_rewrite WHERE lane = " + lane.getNumber());
                Set<Long> segments = new HashSet<>();
                while (rows.next()) {
                    segments.add(rows.getLong(1));
                }
                return segments;
            }
        });
    }

    /** These segments are gone, and what was erased with them. */
    public void unmark(Lane lane, Collection<Long> segments) {
        facts.write(writing -> {
            for (long segment : segments) {
                writing.execute(
                        "DELETE FROM segment_rewrite WHERE lane = " + lane.getNumber() + " AND segment = " + segment);
            }
            return true;
        });
    }

    private static int update(DuckFacts.Writing writing) throws SQLException {
        try (Statement update = writing.connection().createStatement()) {
            return update.executeUpdate("""
                    UPDATE block SET segment = m.new_segment, start = m.new_start FROM temp.main.moved m
                    WHERE block.lane = m.lane AND block.segment = m.segment AND block.start = m.start""");
        }
    }
}
