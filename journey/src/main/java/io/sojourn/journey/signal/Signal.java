package io.sojourn.journey.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One sign of friction in one page view.
 *
 * @param element as the facts name it; null where it could not be named, or where it is about none
 * @param field the form or field it is about
 * @param at epoch ms of the first act
 * @param lostMs how long the visitor was busy with it
 * @param count how many acts it is made of
 */
public record Signal(
        Kind kind, @Nullable Long element, @Nullable FormField field, long at, long lostMs, int count) {

    Signal(Kind kind, @Nullable Long element, long at, long lostMs, int count) {
        this(kind, element, null, at, lostMs, count);
    }

    /** How much one sign says by itself (SIGNALS 11.10). */
    public enum Strength {
        /** Begins a stall. */
        STRONG,
        /** Costs effort at a place, so it stands in the ledger; that somebody bore it does not mean that the visit stalled. */
        FINDING,
        /** Three different ones within a minute begin a stall. */
        SOFT,
        /** Tells why, never that. */
        EVIDENCE
    }

    /** What there is. The order is that of the catalogue (SIGNALS 11.10). */
    public enum Kind {
        /** Clicked again and again (4.1). */
        RAGE(Strength.STRONG),
        /** Clicked and nothing happened (4.2); one alone is only evidence. */
        DEAD(Strength.STRONG),
        /** Clicked what is not made to be pressed (4.2); only where many do it. */
        FALSE_AFFORDANCE(Strength.STRONG),
        /** Pressed although it is switched off (4.3). */
        DISABLED(Strength.STRONG),
        /** Clicked, and something broke (4.4). */
        ERROR_CLICK(Strength.STRONG),
        /** Clicked, and the answer took long (4.5). */
        SLOW_CLICK(Strength.STRONG),
        /** Went in and came straight back (4.6). */
        U_TURN(Strength.SOFT),
        /** Tried one way after the other from the same list (4.7). */
        POGO(Strength.STRONG),
        /** A page that is not there (4.8). */
        NOT_FOUND(Strength.STRONG),
        /** The same page again and again within moments (3.8). */
        PAGE_LOOP(Strength.STRONG),
        /** The pointer waited long before the click (5.1). */
        HESITATION(Strength.SOFT),
        /** Wild pointer movement (5.3). */
        THRASH(Strength.SOFT),
        /** Up and down the page (5.4). */
        EXCESS_SCROLL(Strength.SOFT),
        /** Swiped and nothing moved (5.6). */
        DEAD_SWIPE(Strength.SOFT),
        /** The page moved under the finger (5.7). */
        SHIFTED_CLICK(Strength.EVIDENCE),
        /** Taps beside a control before it was hit. */
        MISSED_TAP(Strength.STRONG),
        /** Enter or space on a control that does not answer. */
        DEAD_KEY(Strength.STRONG),
        /** Tabbing round in a circle. */
        FOCUS_TRAP(Strength.STRONG),
        /** What had the focus is gone. */
        LOST_FOCUS(Strength.SOFT),
        /** Sending a form failed (6.5). */
        SUBMIT_FAILED(Strength.STRONG),
        /** It failed again (6.5). */
        ERROR_LOOP(Strength.STRONG),
        /** What was filled in is gone (6.6). */
        FORM_CLEARED(Strength.STRONG),
        /** Only passwords and card codes are gone, which is usual (6.6). */
        SENSITIVE_CLEARED(Strength.EVIDENCE),
        /** The same value typed into another form (6.8). */
        ASKED_TWICE(Strength.FINDING),
        /** Typed and deleted, over and over (6.3). */
        CORRECTIONS(Strength.SOFT),
        /** A search that found nothing (7.1). */
        ZERO_RESULT(Strength.STRONG),
        /** A filter that left nothing (7.1). */
        FILTER_ZERO(Strength.SOFT),
        /** The page was slow to show (7.2). */
        SLOW_VIEW(Strength.STRONG),
        /** Gone before anything was shown (7.3). */
        LEFT_LOADING(Strength.STRONG),
        /** A script of the site failed (7.4). */
        SCRIPT_ERROR(Strength.EVIDENCE),
        /** A request failed or never ended (7.5). */
        FAILED_REQUEST(Strength.EVIDENCE),
        /** A picture or file was missing (7.6). */
        BROKEN_IMAGE(Strength.EVIDENCE),
        /** The page stood still (7.7). */
        FREEZE(Strength.EVIDENCE),
        /** Long on the page and no step further (11.1). */
        NO_PROGRESS(Strength.STRONG);

        private final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }

        public Strength strength() {
            return strength;
        }

        /** The name in the facts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is none */
        public static Kind ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Both as one, of acts that follow one another. */
    Signal upTo(Signal later) {
        return new Signal(kind, element, field, at, Math.max(0, later.endedAt() - at), count + later.count);
    }

    /** When it could first be told, epoch ms: some signs are made of several acts, and before the last of them there was none. */
    public long knownAt() {
        return kind == Kind.POGO || kind == Kind.ASKED_TWICE ? endedAt() : at;
    }

    public long endedAt() {
        return at + lostMs;
    }

    /** Whether a signal of the same kind and element that began no earlier tells of the same trouble. */
    boolean overlaps(Signal later) {
        return element != null && later.at <= at + lostMs;
    }

    /** Both as one. A click may stand in both, so their counts are not added. */
    Signal joined(Signal later) {
        long end = Math.max(at + lostMs, later.at + later.lostMs);
        return new Signal(kind, element, field, at, end - at, Math.max(count, later.count));
    }
}
