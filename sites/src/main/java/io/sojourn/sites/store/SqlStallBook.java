package io.sojourn.sites.store;

import io.sojourn.sites.proof.Releases;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.proof.StallState;
import io.sojourn.sites.proof.StallStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The book of stalls in the owners' database. */
public final class SqlStallBook implements StallBook {
    private static final int MAX_TEXT = 2000;
    private static final String COLUMNS = "stall, state, assignee, release_id, muted_until, note, said_by, said_at";

    private final Database database;
    private final Releases releases;
    private final InstantSource clock;

    public SqlStallBook(Database database, Releases releases, InstantSource clock) {
        this.database = database;
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public StallStep say(int siteId, String stall, Word word, String by) {
        check(siteId, stall, word);
        List<StallStep> before = history(siteId, stall);
        @Nullable StallStep last = before.isEmpty() ? null : before.get(before.size() - 1);
        StallStep step = new StallStep(
                stall,
                word.state(),
                kept(word.assignee(), last == null ? null : last.assignee()),
                kept(word.release(), last == null ? null : last.release()),
                word.state() == StallState.MUTED ? word.mutedUntil() : null,
                word.note(),
                by,
                clock.millis());
        database.update(
                "INSERT INTO stall_step (site_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                siteId,
                stall,
                step.state().key(),
                step.assignee(),
                step.release(),
                step.mutedUntil(),
                step.note(),
                by,
                step.at());
        return step;
    }

    private static @Nullable String kept(@Nullable String said, @Nullable String before) {
        if (said == null) {
            return before;
        }
        return said.isBlank() ? null : said.strip();
    }

    private void check(int siteId, String stall, Word word) {
        if (!stall.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new IllegalArgumentException("A stall is named by its id, as the list of stalls has it.");
        }
        if (word.note() != null && word.note().length() > MAX_TEXT) {
            throw new IllegalArgumentException("A note has at most " + MAX_TEXT + " characters.");
        }
        if (word.assignee() != null && word.assignee().length() > 320) {
            throw new IllegalArgumentException("The name of who looks after it has at most 320 characters.");
        }
        String release = word.release();
        if (release != null && !release.isBlank() && releases.byId(siteId, release) == null) {
            throw new IllegalArgumentException("There is no such release.");
        }
        if (word.state() == StallState.FIXED && (release == null || release.isBlank())) {
            throw new IllegalArgumentException("Say which release mends it.");
        }
        if (word.state() == StallState.MUTED) {
            checkMute(word.mutedUntil());
        }
    }

    private void checkMute(@Nullable Long until) {
        long now = clock.millis();
        if (until == null || until <= now || until > now + LONGEST_MUTE.toMillis()) {
            throw new IllegalArgumentException(
                    "Say until when to mute it, at most " + LONGEST_MUTE.toDays() + " days from now.");
        }
    }

    @Override
    public Map<String, StallStep> standing(int siteId) {
        Map<String, StallStep> standing = new LinkedHashMap<>();
        database.list(
                        "SELECT " + COLUMNS + " FROM stall_step WHERE site_id = ? ORDER BY number",
                        SqlStallBook::read,
                        siteId)
                .forEach(step -> standing.put(step.stall(), step));
        return standing;
    }

    @Override
    public List<StallStep> history(int siteId, String stall) {
        return database.list(
                "SELECT " + COLUMNS + " FROM stall_step WHERE site_id = ? AND stall = ? ORDER BY number",
                SqlStallBook::read,
                siteId,
                stall);
    }

    private static StallStep read(ResultSet row) throws SQLException {
        return new StallStep(
                row.getString(1),
                StallState.ofKey(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }
}
