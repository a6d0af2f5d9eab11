package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Search;
import io.sojourn.sessions.TimedEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search that found nothing (SIGNALS 7.1), once for each query of a page view. What is typed on within 800 ms was not meant
 * yet. A filter that left nothing is told apart. It costs the time until the next search or click, two minutes at most.
 */
final class ZeroResultDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private final Set<String> told = new HashSet<>();
    private @Nullable Search empty;
    private long emptyAt;

    ZeroResultDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasSearch()) {
            boolean settled = timed.at() - emptyAt >= limits.ms("search.settle_ms");
            if (settled) {
                report(timed.at());
            }
            Search search = timed.event().getSearch();
            empty = search.getResults() == 0 ? search : null;
            emptyAt = timed.at();
        } else if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
            report(timed.at());
        }
    }

    private void report(long until) {
        if (empty == null) {
            return;
        }
        if (told.add(empty.getFilter() + empty.getQuery())) {
            Signal.Kind kind = empty.getFilter() ? Signal.Kind.FILTER_ZERO : Signal.Kind.ZERO_RESULT;
            long lost = Math.min(Math.max(0, until - emptyAt), limits.ms("search.recover_ms"));
            findings.add(new Signal(kind, null, emptyAt, lost, 1));
        }
        empty = null;
    }

    @Override
    public void ended() {
        report(emptyAt);
    }
}
