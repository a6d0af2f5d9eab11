package io.sojourn.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** When people visit a shop: hardly at night, most in the evening, more on Sundays; and with what in their hands. */
final class VisitCalendar {
    /** Visits per hour of the day, against the busiest hour. */
    private static final double[] HOURS = {
        .08, .04, .02, .02, .02, .05, .14, .28, .40, .48, .55, .58, .62, .56, .52, .54, .58, .66, .76, .92, 1, .90, .58,
        .25
    };

    private final ZoneId zone;

    VisitCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** So many beginnings in the span before {@code end}, in order of time. */
    List<Instant> beginnings(int count, Instant end, Duration span, RandomGenerator random) {
        return Stream.generate(() -> end.minusMillis(1 + random.nextLong(span.toMillis())))
                .filter(at -> random.nextDouble() < crowd(at.atZone(zone)))
                .limit(count)
                .sorted()
                .toList();
    }

    /** How much likelier a device is at this hour: desks by day on working days, phones and tablets in the evening. */
    double liking(String device, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean atWork = !isWeekend(local) && local.getHour() >= 9 && local.getHour() < 17;
        return device.equals("desktop") == atWork ? 1.6 : 0.8;
    }

    private static double crowd(ZonedDateTime at) {
        double day = at.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : isWeekend(at) ? .85 : .75;
        return HOURS[at.getHour()] * day;
    }

    private static boolean isWeekend(ZonedDateTime at) {
        return at.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }
}
