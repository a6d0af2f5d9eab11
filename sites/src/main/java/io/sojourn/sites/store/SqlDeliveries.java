package io.sojourn.sites.store;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.Deliveries;
import io.sojourn.sites.alert.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Deliveries in the owners' database. */
public final class SqlDeliveries implements Deliveries {
    private static final int MAX_ANSWER = 500;
    private static final String COLUMNS = "d.id, d.channel_id, d.event_key, d.body, d.state, d.attempts, d.due_at,"
            + " d.created_at, d.ended_at, d.last_answer";

    private final Database database;
    private final InstantSource clock;

    public SqlDeliveries(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized boolean add(AlertChannel channel, String eventKey, String body, long dueAt) {
        boolean told = !database.list(
                        "SELECT id FROM alert_delivery WHERE channel_id = ? AND event_key = ?",
                        row -> row.getString(1),
                        channel.id(),
                        eventKey)
                .isEmpty();
        if (told) {
            return false;
        }
        database.update(
                "INSERT INTO alert_delivery (id, channel_id, event_key, body, state, attempts, due_at, created_at)"
                        + " VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?)",
                RandomId.next(),
                channel.id(),
                eventKey,
                body,
                dueAt,
                clock.millis());
        return true;
    }

    @Override
    public List<Delivery> due(long now, int limit) {
        return database.list(
                "SELECT " + COLUMNS + " FROM alert_delivery d JOIN alert_channel c ON c.id = d.channel_id"
                        + " WHERE d.state = 'waiting' AND d.due_at <= ? AND NOT c.paused"
                        + " ORDER BY d.due_at, d.created_at, d.id LIMIT ?",
                SqlDeliveries::read,
                now,
                limit);
    }

    @Override
    public void delivered(Delivery delivery, String answer, long now) {
        end(delivery, Delivery.State.DELIVERED, answer, now);
    }

    @Override
    public void givenUp(Delivery delivery, String answer, long now) {
        end(delivery, Delivery.State.GIVEN_UP, answer, now);
    }

    @Override
    public void postponed(Delivery delivery, String answer, long dueAt) {
        database.update(
                "UPDATE alert_delivery SET attempts = attempts + 1, due_at = ?, last_answer = ? WHERE id = ?",
                dueAt,
                cut(answer),
                delivery.id());
    }

    private void end(Delivery delivery, Delivery.State state, String answer, long now) {
        database.update(
                "UPDATE alert_delivery SET state = ?, attempts = attempts + 1, ended_at = ?, last_answer = ? WHERE id = ?",
                state.key(),
                now,
                cut(answer),
                delivery.id());
    }

    private static String cut(String answer) {
        return answer.length() <= MAX_ANSWER ? answer : answer.substring(0, MAX_ANSWER);
    }

    @Override
    public List<Delivery> of(int siteId, int limit) {
        return database.list(
                "SELECT " + COLUMNS + " FROM alert_delivery d JOIN alert_channel c ON c.id = d.channel_id"
                        + " WHERE c.site_id = ? ORDER BY d.created_at DESC, d.id LIMIT ?",
                SqlDeliveries::read,
                siteId,
                limit);
    }

    @Override
    public void forget(long endedBefore) {
        database.update("DELETE FROM alert_delivery WHERE ended_at < ?", endedBefore);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Delivery.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8),
                row.getObject(9, Long.class),
                row.getString(10));
    }
}
