package io.sojourn.journey.signal;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.TimedEvent;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a visitor had been busy with a page view at any moment (SIGNALS 3.5), read from the totals the agent tells now and
 * then: between two of them time runs as the clock does until the later total is reached, after the last one for the idle
 * limit at most.
 */
public final class EngagedClock {
    private final TreeMap<Long, Long> totals = new TreeMap<>();
    private final long start;
    private final long idle;
    private final boolean told;

    public EngagedClock(PageVisit visit, long idleMs) {
        start = visit.startedAt();
        idle = idleMs;
        totals.put(start, 0L);
        long most = 0;
        boolean any = false;
        for (TimedEvent timed : visit.events()) {
            long total = total(timed);
            if (total >= 0) {
                any = true;
                most = Math.max(most, total);
                totals.merge(timed.at(), most, Math::max);
            }
        }
        told = any;
        if (!told) {
            countActs(visit);
        }
    }

    private static long total(TimedEvent timed) {
        if (timed.event().hasEngagement()) {
            return Integer.toUnsignedLong(timed.event().getEngagement().getEngagedMs());
        }
        int inScroll = timed.event().getScroll().getEngagedMs();
        return inScroll > 0 ? Integer.toUnsignedLong(inScroll) : -1;
    }

    /** An agent that told no totals: from act to act, and no longer than the idle limit each. */
    private void countActs(PageVisit visit) {
        long sum = 0;
        long before = start;
        for (TimedEvent timed : visit.events()) {
            sum += Math.min(Math.max(0, timed.at() - before), idle);
            before = Math.max(before, timed.at());
            totals.merge(before, sum, Math::max);
        }
    }

    /** Engaged ms up to then. */
    public long at(long epochMillis) {
        Map.Entry<Long, Long> known = totals.floorEntry(epochMillis);
        if (known == null) {
            return 0;
        }
        long since = epochMillis - known.getKey();
        Map.Entry<Long, Long> next = totals.higherEntry(epochMillis);
        long most = next == null ? (told ? idle : 0) : Math.max(0, next.getValue() - known.getValue());
        return known.getValue() + Math.min(since, most);
    }

    /** Of the whole page view. */
    public long total() {
        return totals.lastEntry().getValue();
    }
}
