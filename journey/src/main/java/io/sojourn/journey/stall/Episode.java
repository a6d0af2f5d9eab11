package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.View;
import java.util.List;

/**
 * A stall of one visit (SIGNALS 11.1).
 *
 * @param view where it began
 * @param startedAt epoch ms of the first sign
 * @param knownAt epoch ms at which it could first be told: from here on it is compared with visits without it
 * @param endedAt epoch ms at which the visitor got further, or was gone
 * @param evidence in order of time
 * @param ownMs engaged time in it that no more telling stall holds already
 * @param comparable whether its first sign is one that others could still have met at that moment: having left is not
 */
record Episode(
        View view,
        Subject subject,
        long startedAt,
        long knownAt,
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

    Episode owning(long ms) {
        return new Episode(view, subject, startedAt, knownAt, endedAt, outcome, cause, kind, evidence, ms, comparable);
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
