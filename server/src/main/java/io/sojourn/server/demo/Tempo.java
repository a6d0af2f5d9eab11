package io.sojourn.server.demo;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * How one telling of a visit stretches its time: what was done in one go stays in one go, and what the page took to answer it
 * takes again, but people think for different times in between. Keeps the order of all moments. Immutable.
 */
final class Tempo {
    private static final int PAUSE_MILLIS = 700;
    /** Below the time after which a visitor counts as away (SIGNALS 3.5), so that who was engaged stays so. */
    private static final int LONGEST_PAUSE_MILLIS = 24_000;

    private static final double MOST = 6;

    /** From ms after the recorded start to ms after the told start, at every moment where something happens. */
    private final TreeMap<Long, Long> places = new TreeMap<>();

    static Tempo random(RecordedVisit visit, RandomGenerator random) {
        // Squared, so that most pauses are a little longer and some are much longer.
        return new Tempo(visit, () -> 1 + (MOST - 1) * Math.pow(random.nextDouble(), 2));
    }

    /** The longest that any telling of this visit may last, in ms. */
    static long longestMillis(RecordedVisit visit) {
        return new Tempo(visit, () -> MOST).places.lastEntry().getValue();
    }

    private Tempo(RecordedVisit visit, DoubleSupplier thinking) {
        Waits waits = new Waits(visit);
        places.put(0L, 0L);
        long before = 0;
        long told = 0;
        for (long moment : moments(visit, waits)) {
            told += waits.cover(before, moment) ? moment - before : stretched(moment - before, thinking);
            places.put(moment, told);
            before = moment;
        }
    }

    /** Both in ms after the start. Moments between two others stay in between. */
    long moved(long millis) {
        Map.Entry<Long, Long> before = places.floorEntry(Math.max(0, millis));
        Map.Entry<Long, Long> after = places.ceilingEntry(millis);
        if (after == null) {
            return before.getValue() + millis - before.getKey();
        }
        long span = after.getKey() - before.getKey();
        double share = span == 0 ? 0 : (double) (millis - before.getKey()) / span;
        return before.getValue() + Math.round(share * (after.getValue() - before.getValue()));
    }

    private static long stretched(long gap, DoubleSupplier thinking) {
        return gap < PAUSE_MILLIS
                ? gap
                : Math.max(gap, Math.min(LONGEST_PAUSE_MILLIS, Math.round(gap * thinking.getAsDouble())));
    }

    private static TreeSet<Long> moments(RecordedVisit visit, Waits waits) {
        TreeSet<Long> moments = new TreeSet<>();
        for (Waits.Wait wait : waits.all()) {
            moments.add(Math.max(0, wait.from()));
            moments.add(Math.max(0, wait.to()));
        }
        for (RecordedBatch batch : visit.batches()) {
            long pageAfter = batch.header().getPageStartedAt() - visit.startedAt();
            moments.add((long) batch.arrivedAfter());
            for (Event event : batch.events().getEventsList()) {
                moments.add(pageAfter + Integer.toUnsignedLong(event.getAt()));
            }
        }
        return moments;
    }
}
