package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.View;
import java.util.List;

/**
 * A stall of one visit (SIGNALS 11.1).
 *
 * @param view where it began
 * @param startedAt epoch ms of the first sign
 * @param endedAt epoch ms at which the visitor got further, or was gone
 * @param evidence in order of time
 * @param ownMs engaged time in it that no stall that began earlier holds already
 * @param comparable whether its first sign is one that others could still have met at that moment: having left is not
 */
record Episode(
        View view,
        Subject subject,
        long startedAt,
        long endedAt,
        Outcome outcome,
        Cause cause,
        Signal.Kind kind,
        List<Signal> evidence,
        long ownMs,
        boolean comparable) {
    Episode {
        evidence = List.copyOf(evidence);
    }

    /** How it ended. */
    enum Outcome {
        /** Got further. */
        RECOVERED,
        /** Gave up. */
        ABANDONED,
        /** Went back. */
        REGRESSED
    }
}
