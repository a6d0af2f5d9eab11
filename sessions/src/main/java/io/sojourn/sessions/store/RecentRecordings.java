package io.sojourn.sessions.store;

import io.sojourn.sessions.SessionKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Which recorded sessions something came in for. Any thread. */
public final class RecentRecordings {
    private static final String SQL = """
            SELECT k.site, k.session, k.last_received FROM kept_session k
            WHERE k.last_received > ? AND k.playback_batches > 0 ORDER BY k.last_received LIMIT ?""";

    private final Facts facts;

    public RecentRecordings(Facts facts) {
        this.facts = facts;
    }

    /** @param receivedAt epoch ms of the last batch of the session, in whichever lane */
    public record Recent(SessionKey key, long receivedAt) {}

    /** Sessions with a batch later than {@code after} (epoch ms), the longest ago first. */
    public List<Recent> after(long after, int limit) {
        return facts.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SQL)) {
                query.setLong(1, after);
                query.setInt(2, limit);
                ResultSet rows = query.executeQuery();
                List<Recent> recent = new ArrayList<>();
                while (rows.next()) {
                    recent.add(new Recent(KeptRows.key(rows), rows.getLong(3)));
                }
                return recent;
            }
        });
    }
}
