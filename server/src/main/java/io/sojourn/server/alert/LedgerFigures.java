package io.sojourn.server.alert;

import io.sojourn.journey.stall.Alarms;
import io.sojourn.journey.stall.Ledger;
import io.sojourn.journey.stall.LedgerFacts;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.stall.Sentences;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.Verification;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.Releases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures of the ledger, over the last 30 days. */
public final class LedgerFigures implements StallFigures {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int HOURS = 4 * 168 + 2;
    private static final long REACH = Duration.ofDays(30).toMillis();
    private static final long BEFORE = Duration.ofDays(28).toMillis();

    private final StallReader stalls;
    private final Releases releases;
    private final InstantSource clock;

    public LedgerFigures(StallReader stalls, Releases releases, InstantSource clock) {
        this.stalls = stalls;
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public List<Place> places(int siteId) {
        LedgerFacts facts = read(siteId);
        return new Ledger(facts)
                .places().stream()
                        .map(item -> new Place(item.id(), Sentences.sentence(item, facts.loss()), strong(item)))
                        .toList();
    }

    /** What may be a choice of the visitor is no fault, however certain. */
    private static boolean strong(PlaceItem item) {
        return item.level() == HonestyLevel.STRONG && item.cause().defect();
    }

    @Override
    public Set<String> unusual(int siteId) {
        LedgerFacts facts = read(siteId);
        List<PlaceItem> places = new Ledger(facts).places();
        Set<String> known = places.stream().map(PlaceItem::id).collect(Collectors.toSet());
        return Alarms.now(places, known, hours(facts)).stream()
                .map(Alarms.Alarm::stall)
                .collect(Collectors.toSet());
    }

    /** Per place the visits that stalled in each of the last whole hours, oldest first. */
    private Map<String, int[]> hours(LedgerFacts facts) {
        long start = clock.millis() / HOUR * HOUR - HOURS * HOUR;
        Map<StallRow.Place, int[]> hours = new HashMap<>();
        for (StallRow row : facts.stalls()) {
            long hour = Math.floorDiv(row.startedAt() - start, HOUR);
            if (hour >= 0 && hour < HOURS) {
                hours.computeIfAbsent(row.place(), place -> new int[HOURS])[(int) hour]++;
            }
        }
        Map<String, int[]> byId = new HashMap<>();
        hours.forEach((place, counts) -> byId.put(place.id(), counts));
        return byId;
    }

    @Override
    public Verification.Verdict verdict(int siteId, String stall, Release release) {
        long at = release.liveAt();
        Optional<StallRow.Place> place = stalls.place(siteId, stall, at - BEFORE);
        return place.isEmpty()
                ? Verification.Verdict.NOT_ENOUGH_DATA
                : stalls.verify(siteId, place.get(), at, clock.millis()).verdict();
    }

    private LedgerFacts read(int siteId) {
        long now = clock.millis();
        SessionFilter filter = new SessionFilter(siteId, now - REACH, now, null, List.of());
        long[] liveTimes =
                releases.of(siteId).stream().mapToLong(Release::liveAt).toArray();
        return stalls.read(filter, liveTimes);
    }
}
