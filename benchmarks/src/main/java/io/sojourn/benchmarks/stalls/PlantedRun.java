package io.sojourn.benchmarks.stalls;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.journey.stall.Ledger;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.journey.testing.ScriptedSite;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.util.ArrayList;
import java.util.List;

/** The scripted site told to a house, visit after visit. */
final class PlantedRun {
    private static final int AT_ONCE = 500;

    private final SessionsFixture house;
    private final ScriptedSite site;
    private int visits;
    private long events;

    PlantedRun(SessionsFixture house, long seed) {
        this.house = house;
        this.site = new ScriptedSite(seed, VisitBuilder.NOON);
    }

    /** Up to so many visits in all; then everybody leaves. */
    PlantedRun untilVisits(int count) {
        while (visits < count) {
            List<LogRecord> records = new ArrayList<>();
            for (int end = Math.min(count, visits + AT_ONCE); visits < end; visits++) {
                VisitBuilder visit = site.visit(visits);
                records.addAll(visit.records());
                events += visit.session().documents().stream()
                        .mapToInt(document -> document.events().size())
                        .sum();
            }
            house.follows(records);
        }
        house.everybodyLeaves();
        return this;
    }

    /** Visits and visits more until so many events were told. */
    PlantedRun untilEvents(long count) {
        while (events < count) {
            untilVisits(visits + AT_ONCE);
        }
        return this;
    }

    int visits() {
        return visits;
    }

    long events() {
        return events;
    }

    List<PlaceItem> places() {
        return new Ledger(new StallReader(house.module().facts()).read(SessionFilter.all(1), new long[0])).places();
    }
}
