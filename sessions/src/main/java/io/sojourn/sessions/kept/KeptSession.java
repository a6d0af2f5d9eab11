package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;

/**
 * What is known of a session besides its batches. All of it but {@code capped} comes out the same in whatever order, and
 * however often, the batches were read.
 *
 * @param firstReceivedAt epoch ms, the smallest of all copies
 * @param lastReceivedAt epoch ms, the largest of all copies
 * @param leastDelayMs the smallest {@code received_at - sent_at}: what remains of a network delay is the difference of the clocks
 * @param revision grows whenever something of the session changes
 * @param derivedRevision the revision its facts were made of; -1 when they are to be made again
 */
public record KeptSession(
        SessionKey key,
        long firstReceivedAt,
        long lastReceivedAt,
        long leastDelayMs,
        LaneTotals analysis,
        LaneTotals playback,
        boolean ended,
        long revision,
        long derivedRevision) {

    public LaneTotals totals(Lane lane) {
        return lane == Lane.PLAYBACK ? playback : analysis;
    }

    public boolean dirty() {
        return revision != derivedRevision;
    }

    public KeptSession derivedAs(long newDerivedRevision) {
        return new KeptSession(
                key,
                firstReceivedAt,
                lastReceivedAt,
                leastDelayMs,
                analysis,
                playback,
                ended,
                revision,
                newDerivedRevision);
    }
}
