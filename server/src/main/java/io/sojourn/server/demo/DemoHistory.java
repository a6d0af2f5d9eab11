package io.sojourn.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Two weeks of a shop's life, told from the recorded visits and sent through the real intake in order of time. The same seed
 * and the same end tell the same story. For one thread.
 */
public final class DemoHistory {
    public static final Duration SPAN = Duration.ofDays(14);
    private static final Duration RECORDED_ALWAYS = Duration.ofDays(3);
    private static final double RECORDED_BEFORE = 0.2;

    /** What was sent. {@code refused} counts the batches that were not answered with 2xx. */
    public record Count(int visits, int recordedVisits, int batches, int refused) {}

    private final List<RecordedVisit> recorded;
    private final String siteKey;
    private final String shopOrigin;
    private final ZoneId zone;
    private final long seed;

    /** @param shopOrigin where the shop stands, such as {@code http://127.0.0.1:7081} */
    public DemoHistory(String siteKey, String shopOrigin, ZoneId zone, long seed) {
        this(RecordedVisits.shipped(), siteKey, shopOrigin, zone, seed);
    }

    DemoHistory(List<RecordedVisit> recorded, String siteKey, String shopOrigin, ZoneId zone, long seed) {
        this.recorded = recorded;
        this.siteKey = siteKey;
        this.shopOrigin = shopOrigin;
        this.zone = zone;
        this.seed = seed;
    }

    /** Sends so many visits of the two weeks before {@code end}; all of them are over by then. */
    public Count send(int visits, Instant end, Intake intake) {
        return new Telling(end, intake).tell(visits);
    }

    /** One telling: visits overlap, so their batches wait in a queue until nothing earlier can come. */
    private final class Telling {
        private final SplittableRandom random = new SplittableRandom(seed);
        private final VisitCalendar calendar = new VisitCalendar(zone);
        private final Crowd crowd = new Crowd(recorded, calendar, random.split());
        private final PriorityQueue<Arrival> underWay = new PriorityQueue<>(Comparator.comparing(Arrival::at));
        private final Instant end;
        private final Intake intake;
        private int recordedVisits;
        private int batches;
        private int refused;

        Telling(Instant end, Intake intake) {
            this.end = end;
            this.intake = intake;
        }

        Count tell(int visits) {
            long longest =
                    recorded.stream().mapToLong(Tempo::longestMillis).max().orElse(0);
            Deque<Instant> beginnings = new ArrayDeque<>(
                    calendar.beginnings(visits, end.minusMillis(longest), SPAN.minusMillis(longest), random.split()));
            while (!beginnings.isEmpty()) {
                Instant startsAt = beginnings.removeFirst();
                sendUntil(startsAt);
                underWay.addAll(visitAt(startsAt));
            }
            sendUntil(end);
            return new Count(visits, recordedVisits, batches, refused);
        }

        private List<Arrival> visitAt(Instant startsAt) {
            SplittableRandom own = random.split();
            RecordedVisit visit = crowd.chooseVisit(startsAt);
            Visitor visitor = crowd.chooseVisitor(visit, startsAt);
            boolean withPlayback = own.nextDouble() < RECORDED_BEFORE || startsAt.isAfter(end.minus(RECORDED_ALWAYS));
            recordedVisits += withPlayback ? 1 : 0;
            var occasion = new Retelling.Occasion(siteKey, shopOrigin, visitor, startsAt, withPlayback);
            return new Retelling(visit, occasion, own).arrivals();
        }

        private void sendUntil(Instant at) {
            for (Arrival next = underWay.peek(); next != null && next.at().isBefore(at); next = underWay.peek()) {
                underWay.remove();
                int status = intake.receive(
                        next.batch(), next.from().userAgent(), next.from().address(), next.at());
                batches++;
                refused += status / 100 == 2 ? 0 : 1;
            }
        }
    }
}
