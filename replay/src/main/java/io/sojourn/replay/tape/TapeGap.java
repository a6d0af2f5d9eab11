package io.sojourn.replay.tape;

import io.sojourn.sessions.Gap;
import java.util.Locale;

/**
 * From here on the picture stays as it was, until the next snapshot.
 *
 * @param at ms on the document's clock
 * @param reason one word: {@code missing}, {@code unreadable}, {@code capped} or {@code refused}
 * @param detail a sentence
 */
public record TapeGap(int at, String reason, String detail) {
    /** The word for a gap of the session, as the API says it. */
    public static String reason(Gap gap) {
        return gap.reason().name().toLowerCase(Locale.ROOT);
    }
}
