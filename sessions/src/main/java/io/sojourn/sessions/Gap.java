package io.sojourn.sessions;

/**
 * Something is missing here, and why.
 *
 * @param beforeEvent how many events of the document come before the gap
 * @param at epoch ms, as near as can be told
 */
public record Gap(int beforeEvent, long at, Reason reason, String detail) {
    public enum Reason {
        /** Sequence numbers are missing; they may still come. */
        MISSING,
        /** A payload could not be inflated or parsed, or was over its bound. */
        UNREADABLE,
        /** The session reached its cap of time or size. */
        CAPPED
    }
}
