package io.sojourn.sessions.store;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.SeenBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBAppender;

/** The rows of the index, to and from the tables of {@link IndexSchema}, column by column. */
final class KeptRows {
    static final String SESSION_COLUMNS = """
            k.site, k.session, k.first_received, k.last_received, k.least_delay,
            k.analysis_bytes, k.analysis_events, k.analysis_batches, k.analysis_capped,
            k.playback_bytes, k.playback_events, k.playback_batches, k.playback_capped,
            k.ended, k.revision, k.derived_revision""";
    static final String BLOCK_COLUMNS = "b.site, b.session, b.lane, b.segment, b.start, b.length, b.batches";

    private KeptRows() {}

    static void append(DuckDBAppender rows, KeptSession session) throws SQLException {
        rows.beginRow();
        append(rows, session.key());
        rows.append(session.firstReceivedAt()).append(session.lastReceivedAt()).append(session.leastDelayMs());
        append(rows, session.analysis());
        append(rows, session.playback());
        rows.append(session.ended()).append(session.revision()).append(session.derivedRevision());
        rows.endRow();
    }

    static void append(DuckDBAppender rows, SessionKey key) throws SQLException {
        rows.append(key.siteId()).append(key.id().toUuid());
    }

    private static void append(DuckDBAppender rows, LaneTotals lane) throws SQLException {
        rows.append(lane.bytes()).append(lane.events()).append(lane.batches()).append(lane.capped());
    }

    static KeptSession session(ResultSet row) throws SQLException {
        return new KeptSession(
                key(row),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                new LaneTotals(row.getLong(6), row.getInt(7), row.getInt(8), row.getInt(9)),
                new LaneTotals(row.getLong(10), row.getInt(11), row.getInt(12), row.getInt(13)),
                row.getBoolean(14),
                row.getLong(15),
                row.getLong(16));
    }

    static SessionKey key(ResultSet row) throws SQLException {
        return new SessionKey(row.getInt(1), Id128.of((UUID) row.getObject(2)));
    }

    static void append(DuckDBAppender rows, KeptBlock block) throws SQLException {
        BlockAddress address = block.address();
        rows.beginRow();
        append(rows, block.key());
        rows.append(address.lane().getNumber())
                .append(address.segment())
                .append(address.start())
                .append(address.length())
                .append(SeenBatch.pack(block.batches()));
        rows.endRow();
    }

    static KeptBlock block(ResultSet row) throws SQLException {
        Lane lane = row.getInt(3) == Lane.PLAYBACK_VALUE ? Lane.PLAYBACK : Lane.ANALYSIS;
        BlockAddress address = new BlockAddress(lane, row.getLong(4), row.getLong(5), row.getInt(6));
        return new KeptBlock(key(row), address, SeenBatch.unpack(lane, row.getBytes(7)));
    }

    /** Whether one of these ids stands anywhere in these bytes. */
    static boolean holdsAny(byte[] bytes, List<ByteString> ids) {
        // One byte is one character in this charset, so searching text is searching bytes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return ids.stream().anyMatch(id -> text.contains(id.toString(StandardCharsets.ISO_8859_1)));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
