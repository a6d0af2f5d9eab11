package io.sojourn.journey.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.journey.testing.Honesty;
import io.sojourn.journey.testing.KnownTruth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up visits whose truth is known: how often the ledger raises a false alarm, and how often its intervals hold the truth. */
class HonestyTest {
    @Test
    void signalsThatCostNothingRaiseAnAlarmInAtMostTenOfFiftyReports() {
        Honesty.FalseAlarms found = Honesty.falseAlarms(50);
        assertThat(found.places()).as("eligible places").isGreaterThanOrEqualTo(100);
        assertThat(found.withAlarm()).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15, 0.3})
    void nineteenOfTwentyIntervalsHoldTheTruth(double lift) {
        assertThat(Honesty.coverage(20, lift).share()).isBetween(0.93, 0.97);
    }

    @Test
    void aRealCostIsFoundAndNamedFirst() {
        KnownTruth world = new KnownTruth(7);
        for (int number = 0; number < 9_000; number++) {
            world.visit(number, number % KnownTruth.PAGES, 1, 0.3, number % KnownTruth.PAGES == 3 ? 0.3 : 0);
        }
        List<PlaceItem> places = new Ledger(world.facts()).places();
        assertThat(places.get(0).place().template()).isEqualTo("/p3");
        assertThat(places.get(0).rank()).isEqualTo(1);
    }

    @Test
    void theOrderOfTheFactsMakesNoDifference() {
        KnownTruth world = new KnownTruth(3);
        for (int number = 0; number < 6_000; number++) {
            world.visit(number, number % KnownTruth.PAGES, 2, 0.2, 0.2);
        }
        List<StallRow> reversed = new ArrayList<>(world.stalls());
        Collections.reverse(reversed);
        assertThat(new Ledger(world.facts(reversed)).places()).isEqualTo(new Ledger(world.facts()).places());
    }
}
