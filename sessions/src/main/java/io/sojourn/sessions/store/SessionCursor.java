package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a list begins: behind the session that was last shown. New sessions do not shift it.
 *
 * @param value what the list is sorted by, of that session
 */
record SessionCursor(SessionSort sort, long value, Id128 session) {

    String encoded() {
        String text = sort + " " + value + " " + session;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException with a sentence, if this is no cursor of a list sorted so */
    static SessionCursor decode(String cursor, SessionSort sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 3);
            if (parts.length == 3 && parts[0].equals(sort.toString())) {
                return new SessionCursor(sort, Long.parseLong(parts[1]), Id128.parse(parts[2]));
            }
        } catch (IllegalArgumentException garbage) {
            throw new IllegalArgumentException(wrong(), garbage);
        }
        throw new IllegalArgumentException(wrong());
    }

    private static String wrong() {
        return "The cursor does not belong to this list; leave it out to begin again.";
    }
}
