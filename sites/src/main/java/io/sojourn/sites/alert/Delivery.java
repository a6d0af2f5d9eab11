package io.sojourn.sites.alert;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to one channel.
 *
 * @param eventKey names what it tells of: the same is never told twice to one channel
 * @param body JSON
 * @param attempts made so far
 * @param dueAt epoch ms of the next attempt
 * @param lastAnswer what the last attempt met, in words
 */
public record Delivery(
        String id,
        String channel,
        String eventKey,
        String body,
        State state,
        int attempts,
        long dueAt,
        long createdAt,
        @Nullable Long endedAt,
        @Nullable String lastAnswer) {
    /** How far it came. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
