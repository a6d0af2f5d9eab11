package io.sojourn.journey.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One sign of friction in one page view.
 *
 * @param element as the facts name it; null where it could not be named
 * @param at epoch ms of the first act
 * @param lostMs how long the visitor was busy with it
 * @param count how many acts it is made of
 */
record Signal(Kind kind, @Nullable Long element, long at, long lostMs, int count) {

    enum Kind {
        /** Clicked again and again (SIGNALS 4.1). */
        RAGE,
        /** Clicked and nothing happened (SIGNALS 4.2). */
        DEAD;

        /** The name in the facts. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a signal of the same kind and element that began no earlier tells of the same trouble. */
    boolean overlaps(Signal later) {
        return element != null && later.at <= at + lostMs;
    }

    /** Both as one. A click may stand in both, so their counts are not added. */
    Signal joined(Signal later) {
        long end = Math.max(at + lostMs, later.at + later.lostMs);
        return new Signal(kind, element, at, end - at, Math.max(count, later.count));
    }
}
