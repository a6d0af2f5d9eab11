package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.Freed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Takes what is too old out of the index. Facts stay, and so does the row of the session: it turns away late copies. */
public final class Expiry {
    private static final String EXPIRED = """
            FROM kept_session k
            WHERE k.site = block.site AND k.session = block.session AND k.ended AND k.last_received < ?""";

    private final DuckFacts facts;

    public Expiry(DuckFacts facts) {
        this.facts = facts;
    }

    /**
     * Lets go of one lane of the ended sessions nothing was heard of since {@code before} (epoch ms), all or nothing. A
     * session without ANALYSIS is not derived again.
     */
    public Freed expire(Lane lane, long before) {
        return facts.write(writing -> {
            Freed freed = blocks(writing, lane, before);
            if (freed.count() > 0) {
                deleteBlocks(writing, lane, before);
            }
            emptyTotals(writing, lane, before);
            return freed;
        });
    }

    /** How many bytes of a lane are kept. */
    public long bytes(Lane lane) {
        return number("SELECT coalesce(sum(length), 0)::BIGINT FROM block WHERE lane = " + lane.getNumber());
    }

    /**
     * When the last was heard (epoch ms) of the youngest session that has to go so that {@code excess} bytes of a lane do, the
     * oldest first; 0 when no ended session has any. Sessions of the very same time go together.
     */
    public long oldestHolding(Lane lane, long excess) {
        return number("""
                SELECT coalesce(max(last_received), 0) FROM (
                    SELECT s.last_received,
                        sum(s.bytes) OVER (ORDER BY s.last_received, s.site, s.session
                            ROWS UNBOUNDED PRECEDING) - s.bytes AS freed_before
                    FROM (SELECT k.site, k.session, k.last_received, sum(b.length) AS bytes
                        FROM block b JOIN kept_session k ON k.site = b.site AND k.session = b.session
                        WHERE k.ended AND b.lane = %d GROUP BY ALL) s)
                WHERE freed_before < %d""".formatted(lane.getNumber(), excess));
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

    /** What sites' own servers told before {@code before} (epoch ms). */
    public void expireTold(long before) {
        facts.write(writing -> {
            try (PreparedStatement delete =
                    writing.connection().prepareStatement("DELETE FROM server_event WHERE received_at < ?")) {
                delete.setLong(1, before);
                return delete.execute();
            }
        });
    }

    private static Freed blocks(DuckFacts.Writing writing, Lane lane, long before) throws SQLException {
        String sql = "SELECT count(*), coalesce(sum(length), 0)::BIGINT FROM block WHERE lane = ? AND EXISTS (SELECT 1 "
                + EXPIRED + ")";
        try (PreparedStatement query = writing.connection().prepareStatement(sql)) {
            query.setInt(1, lane.getNumber());
            query.setLong(2, before);
            ResultSet row = query.executeQuery();
            row.next();
            return new Freed(row.getLong(1), row.getLong(2));
        }
    }

    private static void deleteBlocks(DuckFacts.Writing writing, Lane lane, long before) throws SQLException {
        String sql = "DELETE FROM block WHERE lane = ? AND EXISTS (SELECT 1 " + EXPIRED + ")";
        try (PreparedStatement delete = writing.connection().prepareStatement(sql)) {
            delete.setInt(1, lane.getNumber());
            delete.setLong(2, before);
            delete.execute();
        }
    }

    private static void emptyTotals(DuckFacts.Writing writing, Lane lane, long before) throws SQLException {
        String sql = """
                UPDATE kept_session SET %1$s_bytes = 0, %1$s_events = 0, %1$s_batches = 0
                WHERE ended AND last_received < ? AND %1$s_batches > 0""".formatted(lane.name().toLowerCase(Locale.ROOT));
        try (PreparedStatement update = writing.connection().prepareStatement(sql)) {
            update.setLong(1, before);
            update.execute();
        }
    }

    /** Forgets records that were set aside before {@code before} (epoch ms): they may hold pieces of recordings. */
    public void expireAside(long before) {
        facts.write(writing -> {
            try (PreparedStatement delete =
                    writing.connection().prepareStatement("DELETE FROM set_aside WHERE received_at < ?")) {
                delete.setLong(1, before);
                return delete.execute();
            }
        });
    }
}
