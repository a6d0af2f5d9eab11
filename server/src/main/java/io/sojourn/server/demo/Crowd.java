package io.sojourn.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Chooses who comes and what they will do. Remembers who was there, so that some come back. For one thread. */
final class Crowd {
    private static final double COME_BACK = 0.3;
    private static final Duration SOONEST = Duration.ofHours(2);
    private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

    private record Known(Visitor visitor, Instant freeFrom) {}

    private final List<RecordedVisit> visits;
    private final VisitCalendar calendar;
    private final RandomGenerator random;
    private final List<Known> known = new ArrayList<>();

    /** @throws IllegalArgumentException when there are no visits */
    Crowd(List<RecordedVisit> visits, VisitCalendar calendar, RandomGenerator random) {
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("nobody can come without a recorded visit");
        }
        this.visits = List.copyOf(visits);
        this.calendar = calendar;
        this.random = random;
    }

    /** A visit by weight, and by what people hold in their hands at that hour. */
    RecordedVisit chooseVisit(Instant at) {
        double[] shares = visits.stream()
                .mapToDouble(visit -> visit.weight() * calendar.liking(visit.device(), at))
                .toArray();
        double drawn = random.nextDouble() * Arrays.stream(shares).sum();
        int chosen = 0;
        while (chosen < shares.length - 1 && (drawn -= shares[chosen]) >= 0) {
            chosen++;
        }
        return visits.get(chosen);
    }

    /** Somebody with the right device: new, or back after a while. */
    Visitor chooseVisitor(RecordedVisit visit, Instant at) {
        Visitor visitor = random.nextDouble() < COME_BACK ? whoCouldReturn(visit.device(), at) : null;
        if (visitor == null) {
            visitor = stranger(visit.device());
        }
        known.add(new Known(visitor, at.plusMillis(Tempo.longestMillis(visit)).plus(SOONEST)));
        return visitor;
    }

    private @Nullable Visitor whoCouldReturn(String device, Instant at) {
        for (int tries = 0; tries < 12 && !known.isEmpty(); tries++) {
            int place = random.nextInt(known.size());
            Known one = known.get(place);
            if (one.visitor().device().equals(device) && one.freeFrom().isBefore(at)) {
                return known.remove(place).visitor();
            }
        }
        return null;
    }

    private Visitor stranger(String device) {
        List<String> userAgents = visits.stream()
                .filter(visit -> visit.device().equals(device))
                .map(RecordedVisit::userAgent)
                .toList();
        String network = NETWORKS.get(random.nextInt(NETWORKS.size()));
        return new Visitor(
                RandomBytes.next(random, 16),
                device,
                userAgents.get(random.nextInt(userAgents.size())),
                network + (1 + random.nextInt(254)));
    }
}
