package io.sojourn.server.alert;

import io.sojourn.journey.stall.Verification;
import io.sojourn.sites.proof.Release;
import java.util.List;
import java.util.Set;

/** What the reports say of a site's stalls now. May take seconds; any thread. */
public interface StallFigures {
    /**
     * A place of the ledger.
     *
     * @param strong certain and large enough to tell people of (SIGNALS 11.5)
     */
    record Place(String id, String sentence, boolean strong) {}

    /** The places of the last 30 days. */
    List<Place> places(int siteId);

    /** Ids of places where visits stall more often now than they usually do at this hour of the week (SIGNALS 11.8). */
    Set<String> unusual(int siteId);

    /** Whether a release mended a stall (SIGNALS 11.7). */
    Verification.Verdict verdict(int siteId, String stall, Release release);
}
