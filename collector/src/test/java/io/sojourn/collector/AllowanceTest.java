package io.sojourn.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long NOW = 1_764_547_200_000L;

    @Test
    void afterAQuietTimeSomeSecondsWorthMayComeAtOnceAndNotOneMore() {
        Allowance allowance = new Allowance(5, 10);

        assertThat(taken(allowance, 100, NOW)).isEqualTo(50);
    }

    @Test
    void afterwardsAsManyAsTheRateAllows() {
        Allowance allowance = new Allowance(5, 10);
        taken(allowance, 100, NOW);

        assertThat(taken(allowance, 100, NOW + 1_000)).isEqualTo(5);
        assertThat(taken(allowance, 100, NOW + 1_100)).isZero();
        assertThat(taken(allowance, 100, NOW + 1_200)).isEqualTo(1);
    }

    @Test
    void aClockThatGoesBackGivesNothingAwayAndTakesNothing() {
        Allowance allowance = new Allowance(1, 10);
        taken(allowance, 4, NOW);

        assertThat(taken(allowance, 10, NOW - 5_000)).isLessThanOrEqualTo(6);
        assertThat(taken(allowance, 100, NOW)).isLessThanOrEqualTo(6);
        assertThat(taken(allowance, 100, NOW + 60_000)).isEqualTo(10);
    }

    /** Whatever comes when: in any stretch of time no more than the burst and what the rate gives in it. */
    @Test
    void noStretchOfTimeHoldsMoreThanTheBurstAndTheRate() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            int perSecond = 1 + random.nextInt(40);
            Allowance allowance = new Allowance(perSecond, 10);
            List<Long> moments = new ArrayList<>();
            long now = NOW;
            for (int i = 0; i < 2_000; i++) {
                now += random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextInt(20);
                if (allowance.take(now)) {
                    moments.add(now);
                }
            }
            for (int first = 0; first < moments.size(); first += 7) {
                for (int last = first; last < moments.size(); last += 7) {
                    long most = 10L * perSecond + 1 + (moments.get(last) - moments.get(first)) * perSecond / 1_000;
                    assertThat((long) last - first + 1).isLessThanOrEqualTo(most);
                }
            }
        }
    }

    @Test
    void threadsTogetherGetNoMoreThanOneWould() throws Exception {
        Allowance allowance = new Allowance(100, 10);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                counts.add(threads.submit(() -> taken(allowance, 1_000, NOW)));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int taken(Allowance allowance, int tries, long now) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (allowance.take(now)) {
                taken++;
            }
        }
        return taken;
    }
}
