package io.sojourn.journey.signal;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network does to the batches and however often they are looked at, the same signals come out. */
class SignalLawTest {
    private static final int VISITS = 6;
    private static final Response[] RESPONSES = {
        Response.NO_RESPONSE, Response.NO_RESPONSE, Response.MUTATED, Response.UNKNOWN_LEFT
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void orderRepeatsAndDerivingAgainMakeNoDifference(long seed) {
        Random random = new Random(seed);
        List<LogRecord> records = visits(random);
        List<String> expected;
        try (SessionsFixture house = new SessionsFixture(folder.resolve("straight"), new SignalDerivation())) {
            expected = signals(house.follows(records).everybodyLeaves());
        }
        List<LogRecord> disturbed = new ArrayList<>(records);
        disturbed.addAll(records.subList(0, records.size() / 2));
        Collections.shuffle(disturbed, random);
        try (SessionsFixture house = new SessionsFixture(folder.resolve("disturbed"), new SignalDerivation())) {
            house.clock.set(
                    records.stream().mapToLong(LogRecord::receivedAt).max().orElseThrow());
            for (LogRecord entry : disturbed) {
                house.follows(List.of(entry));
                if (random.nextInt(8) == 0) {
                    house.module().follower().rederive();
                }
            }
            assertThat(signals(house.everybodyLeaves())).isEqualTo(expected);
        }
        assertThat(expected).anyMatch(row -> row.contains("rage")).anyMatch(row -> row.contains("dead"));
    }

    @Test
    void aVisitIsListedWithTheNumberOfItsSignals() {
        try (SessionsFixture house = new SessionsFixture(folder, new SignalDerivation())) {
            VisitBuilder stuck = aVisit(1).on("/checkout");
            for (int i = 0; i < 4; i++) {
                stuck.after(Duration.ofMillis(200)).clicks("#pay");
            }
            house.follows(stuck, aVisit(2).startingAt(NOON + 10_000).on("/").clicks("#menu"));

            assertThat(house.module()
                            .sessionList()
                            .list(SessionFilter.all(1), SessionSort.parse("-stalls"), null, 10, NOON)
                            .items())
                    .extracting(SessionItem::stalls)
                    .containsExactly(1, 0);
        }
    }

    @Test
    void anAnswerThatArrivesInALaterPageViewBelongsToItsClick() {
        try (SessionsFixture house = new SessionsFixture(folder, new SignalDerivation())) {
            VisitBuilder visit = aVisit().on("/list").clicks("#open").after(Duration.ofSeconds(3));
            visit.goesTo("/detail").after(Duration.ofSeconds(4)).answered(Response.NO_RESPONSE, Duration.ofSeconds(7));
            house.follows(visit);

            assertThat(signals(house)).singleElement().asString().contains("'happened_at': " + NOON);
        }
    }

    private static List<String> signals(SessionsFixture house) {
        return FactsDump.of(house.module().facts(), "signal").get("signal");
    }

    private static List<LogRecord> visits(Random random) {
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            records.addAll(visit(i, random).records());
        }
        records.sort(Comparator.comparingLong(LogRecord::receivedAt));
        return records;
    }

    private static VisitBuilder visit(int number, Random random) {
        VisitBuilder visit =
                aVisit(number).startingAt(NOON + random.nextInt(60_000)).on("/start");
        for (int i = 0; i < 40; i++) {
            visit.after(Duration.ofMillis(random.nextInt(random.nextInt(4) == 0 ? 4_000 : 400)));
            switch (random.nextInt(10)) {
                case 0 -> visit.scrolls(random.nextInt(2_000));
                case 1 -> visit.goesTo("/s/" + random.nextInt(3));
                case 2 -> visit.sends();
                default -> click(visit, random);
            }
        }
        return visit.leaves();
    }

    private static void click(VisitBuilder visit, Random random) {
        visit.clicks(random.nextInt(4) == 0 ? "#menu" : "#pay");
        if (random.nextInt(3) > 0) {
            Duration watched = Duration.ofMillis(2_000 + random.nextInt(5_000));
            visit.answered(RESPONSES[random.nextInt(RESPONSES.length)], watched);
        }
    }
}
