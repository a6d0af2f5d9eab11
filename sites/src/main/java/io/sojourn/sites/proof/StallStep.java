package io.sojourn.sites.proof;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a stall.
 *
 * @param stall the stall's id, as the ledger names it
 * @param assignee who looks after it
 * @param release the {@link Release#id} that is said to mend it
 * @param mutedUntil epoch ms; only with {@link StallState#MUTED}
 * @param by who said it; {@link StallBook#THE_FIGURES} when the figures did
 */
public record StallStep(
        String stall,
        StallState state,
        @Nullable String assignee,
        @Nullable String release,
        @Nullable Long mutedUntil,
        @Nullable String note,
        String by,
        long at) {
    /** How it stands at a time: a mute that is over leaves what was known before it, which is that somebody saw it. */
    public StallState stateAt(long epochMillis) {
        boolean over = state == StallState.MUTED && (mutedUntil == null || mutedUntil <= epochMillis);
        return over ? StallState.ACKNOWLEDGED : state;
    }
}
