package io.sojourn.replay.tape;

import io.sojourn.sessions.Gap;
import java.util.Locale;

/**
 * Something of the recording is not to be seen: from {@code at} on the picture shows only what is sure, until the next
 * snapshot.
 *
 * @param at ms on the document's clock
 * @param until when the picture is whole again; {@link #NEVER} when it never is
 * @param reason one word: {@code missing}, {@code unreadable}, {@code capped} or {@code refused}
 * @param detail a sentence
 */
public record TapeGap(int at, int until, String reason, String detail) {
    public static final int NEVER = Integer.MAX_VALUE;

    TapeGap closedAt(int moment) {
        return until == NEVER ? new TapeGap(at, moment, reason, detail) : this;
    }

    /** The word for a gap of the session, as the API says it. */
    public static String reason(Gap gap) {
        return gap.reason().name().toLowerCase(Locale.ROOT);
    }
}
