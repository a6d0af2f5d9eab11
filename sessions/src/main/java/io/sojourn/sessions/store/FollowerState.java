package io.sojourn.sessions.store;

import io.sojourn.eventlog.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the follower has to know when it starts again, and what it has to tell the owner. Any thread. */
public final class FollowerState {
    static final String DERIVE_AGAIN = "UPDATE kept_session SET derived_revision = -1 WHERE analysis_batches > 0";

    private final DuckFacts facts;

    public FollowerState(DuckFacts facts) {
        this.facts = facts;
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
            save(writing.connection(), null, next);
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

    static void save(Connection facts, @Nullable Position position, long nextSegment) throws SQLException {
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
}
