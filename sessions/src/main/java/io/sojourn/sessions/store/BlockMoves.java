package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptBlock;
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
import org.duckdb.DuckDBAppender;

/** How much of each segment file is in use, and the change of address of blocks that were copied. Any thread. */
public final class BlockMoves {
    private static final long NOWHERE = -1;

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

    /**
     * A block and whether its session has ended: then no more come, unless something was very late.
     */
    public record Standing(KeptBlock block, boolean ended) {}

    /** The blocks in these segments, those of one session beside one another, in the order they were written. */
    public List<Standing> blocksIn(Lane lane, Collection<Long> segments) {
        String sql = "SELECT " + KeptRows.BLOCK_COLUMNS + ", coalesce(k.ended, false) FROM block b"
                + " LEFT JOIN kept_session k ON k.site = b.site AND k.session = b.session"
                + " WHERE b.lane = ? AND b.segment IN ("
                + segments.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ") ORDER BY b.site, b.session, b.segment, b.start";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, lane.getNumber());
                ResultSet rows = query.executeQuery();
                List<Standing> blocks = new ArrayList<>();
                while (rows.next()) {
                    blocks.add(new Standing(KeptRows.block(rows), rows.getBoolean(8)));
                }
                return blocks;
            }
        });
    }

    /** The segments half of whose blocks could be joined with others in them, because their sessions have ended. */
    public Set<Long> scattered(Lane lane) {
        String sql = """
                SELECT b.segment FROM block b JOIN kept_session k ON k.site = b.site AND k.session = b.session
                WHERE b.lane = ? GROUP BY b.segment
                HAVING 2 * (count(*) FILTER (k.ended) - count(DISTINCT b.session) FILTER (k.ended)) >= count(*)""";
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, lane.getNumber());
                ResultSet rows = query.executeQuery();
                Set<Long> segments = new HashSet<>();
                while (rows.next()) {
                    segments.add(rows.getLong(1));
                }
                return segments;
            }
        });
    }

    /**
     * What a rewrite did.
     *
     * @param moved from the old address to that of the copy
     * @param joined addresses of blocks that {@code fresh} ones stand for now
     */
    public record Rewritten(Map<BlockAddress, BlockAddress> moved, List<BlockAddress> joined, List<KeptBlock> fresh) {}

    /**
     * Has blocks stand where their copies are, all or nothing. Nothing else is in use where they stood.
     *
     * @param rewritten whose new bytes are on disk already
     * @param nextSegment below it all segment numbers are used up
     * @throws IllegalStateException if one of the blocks is not where it was thought to be
     */
    public void move(Rewritten rewritten, long nextSegment) {
        facts.write(writing -> {
            IndexSchema.clear(writing, "moved");
            writing.appendTemporary("moved", rows -> {
                for (Map.Entry<BlockAddress, BlockAddress> move :
                        rewritten.moved().entrySet()) {
                    stage(
                            rows,
                            move.getKey(),
                            move.getValue().segment(),
                            move.getValue().start());
                }
                for (BlockAddress gone : rewritten.joined()) {
                    stage(rows, gone, NOWHERE, NOWHERE);
                }
            });
            expect(rewritten.moved().size(), count(writing, """
                    UPDATE block SET segment = m.new_segment, start = m.new_start FROM temp.main.moved m
                    WHERE block.lane = m.lane AND block.segment = m.segment AND block.start = m.start
                    AND m.new_segment <> -1"""));
            expect(rewritten.joined().size(), count(writing, """
                    DELETE FROM block USING temp.main.moved m
                    WHERE block.lane = m.lane AND block.segment = m.segment AND block.start = m.start
                    AND m.new_segment = -1"""));
            writing.append("block", rows -> {
                for (KeptBlock block : rewritten.fresh()) {
                    KeptRows.append(rows, block);
                }
            });
            writing.execute("""
                    DELETE FROM segment_rewrite USING temp.main.moved m
                    WHERE segment_rewrite.lane = m.lane AND segment_rewrite.segment = m.segment""");
            FollowerState.save(writing.connection(), null, nextSegment);
            return true;
        });
    }

    private static void stage(DuckDBAppender rows, BlockAddress from, long segment, long start) throws SQLException {
        rows.beginRow();
        rows.append(from.lane().getNumber())
                .append(from.segment())
                .append(from.start())
                .append(segment)
                .append(start);
        rows.endRow();
    }

    private static void expect(int wanted, int done) {
        if (wanted != done) {
            throw new IllegalStateException(done + " of " + wanted + " blocks could be moved");
        }
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

    private static int count(DuckFacts.Writing writing, String sql) throws SQLException {
        try (Statement update = writing.connection().createStatement()) {
            return update.executeUpdate(sql);
        }
    }
}
