package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import java.time.Duration;

/**
 * How much one session can make us keep. The lanes count apart, so that a long recording never costs the events that
 * reports are made of.
 *
 * @param age of a session, from its first batch received
 */
public record Caps(Duration age, LaneCaps analysis, LaneCaps playback) {
    /** Analysis is read as a whole for every derivation, so its bound is also one of memory. */
    public static final Caps DEFAULT = new Caps(
            Duration.ofHours(24),
            new LaneCaps(16L << 20, 200_000, 20_000, 4 << 20, 50_000),
            new LaneCaps(64L << 20, 200_000, 20_000, 16 << 20, 50_000));

    public LaneCaps of(Lane lane) {
        return lane == Lane.PLAYBACK ? playback : analysis;
    }

    boolean tooOld(long firstReceivedAt, long receivedAt) {
        return receivedAt - firstReceivedAt > age.toMillis();
    }
}
