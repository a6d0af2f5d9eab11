package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TempoTest {
    private static final RecordedVisit VISIT = MadeUpVisit.on("desktop", "Desk/1");

    @Test
    void momentsKeepTheirOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Tempo tempo = Tempo.random(VISIT, new SplittableRandom(seed));
            List<Long> told =
                    LongStream.range(0, 35_000).map(tempo::moved).boxed().toList();
            assertThat(told).isSorted();
            assertThat(told.get(0)).isZero();
        }
    }

    @Test
    void whatWasDoneInOneGoStaysInOneGo() {
        Tempo tempo = Tempo.random(VISIT, new SplittableRandom(3));
        // A page view at 100 ms and its picture at 300 ms.
        assertThat(tempo.moved(300) - tempo.moved(100)).isEqualTo(200);
    }

    @Test
    void noTellingTakesLessThanTheVisitOrMoreThanTheLongest() {
        long recorded = VISIT.lasts().toMillis();
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Tempo.random(VISIT, new SplittableRandom(seed)).moved(recorded))
                    .isBetween(recorded, Tempo.longestMillis(VISIT));
        }
    }
}
