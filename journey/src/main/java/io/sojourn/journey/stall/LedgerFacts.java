package io.sojourn.journey.stall;

import java.util.List;
import java.util.Map;

/**
 * All a ledger is made of.
 *
 * @param templates by their numbers in {@code steps}
 * @param views how often each template was viewed
 */
public record LedgerFacts(
        Totals totals,
        List<String> templates,
        Steps steps,
        List<StallRow> stalls,
        Map<String, Long> views,
        Map<String, Baseline> baselines,
        Loss loss) {

    /** Visits the filter means, and those of them that are not counted. */
    public record Totals(long sessions, long open, long automated, long withGaps) {}
}
