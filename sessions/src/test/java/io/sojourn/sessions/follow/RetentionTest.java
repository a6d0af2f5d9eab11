package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(396);

    @TempDir
    Path folder;

    private SessionsFixture house;
    private final VisitBuilder visit = aVisit().recorded().on("/p/lamp").clicks("#buy");

    @BeforeEach
    void open() {
        house = new SessionsFixture(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRecordingIsGoneAfterThirtyDaysWithItsFileAndTheVisitStays() throws IOException {
        house.follows(visit).tidiesAfter(A_MONTH);

        assertThat(kept(Lane.PLAYBACK)).isFalse();
        assertThat(files("playback")).isEmpty();
        assertThat(kept(Lane.ANALYSIS)).isTrue();
        assertThat(item()).hasValueSatisfying(item -> {
            assertThat(item.clicks()).isEqualTo(1);
            assertThat(item.hasRecording()).isFalse();
        });
    }

    @Test
    void withinItsTimeNothingIsTouched() throws IOException {
        house.follows(visit).tidiesAfter(A_MONTH.minusHours(1));

        assertThat(kept(Lane.PLAYBACK)).isTrue();
        assertThat(files("playback")).hasSize(1);
    }

    @Test
    void whenALaneHoldsTooMuchItsOldestSessionsGoFirst() {
        house.follows(visit);
        house.follows(aVisit(2)
                .startingAt(NOON + Duration.ofHours(2).toMillis())
                .recorded()
                .on("/"));
        house.everybodyLeaves();
        house.keeps(Retention.DEFAULT.atMost(0, 1)).module().follower().tidy();

        assertThat(kept(Lane.PLAYBACK)).isFalse();
        assertThat(kept(Lane.ANALYSIS)).isTrue();
        assertThat(house.metrics
                        .get("sojourn.housekeeping.crowded.out.blocks")
                        .tag("lane", "playback")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void noMoreSessionsGoThanHaveTo() {
        house.follows(visit);
        house.follows(aVisit(2)
                .startingAt(NOON + Duration.ofHours(2).toMillis())
                .recorded()
                .on("/"));
        house.everybodyLeaves();
        house.module().follower().tidy();
        long bytes = (long) house.metrics
                .get("sojourn.housekeeping.kept.bytes")
                .tag("lane", "playback")
                .gauge()
                .value();
        house.keeps(Retention.DEFAULT.atMost(0, bytes - 1)).module().follower().tidy();

        assertThat(kept(Lane.PLAYBACK)).isFalse();
        assertThat(house.module().sessions().find(1, aVisit(2).id(), Lane.PLAYBACK))
                .isPresent();
    }

    @Test
    void aFileStaysAsLongAsOneOfItsSessionsDoes() throws IOException {
        house.follows(visit);
        house.follows(aVisit(2)
                .startingAt(NOON + Duration.ofDays(2).toMillis())
                .recorded()
                .on("/"));
        house.tidiesAfter(Duration.ofDays(29));

        assertThat(kept(Lane.PLAYBACK)).isFalse();
        assertThat(files("playback")).hasSize(1);
        assertThat(house.module().sessions().find(1, aVisit(2).id(), Lane.PLAYBACK))
                .isPresent();
    }

    @Test
    void factsOutliveWhatTheyWereDerivedFromAndAreNotDerivedAgain() throws IOException {
        house.follows(visit).everybodyLeaves();
        var facts = FactsDump.of(house.module().facts(), CrashTest.TABLES);
        house.tidiesAfter(THIRTEEN_MONTHS);
        house.rules(new Rules(Rules.DEFAULT.version() + 1)).module().follower().catchUp();

        assertThat(files("analysis")).isEmpty();
        assertThat(kept(Lane.ANALYSIS)).isFalse();
        assertThat(FactsDump.of(house.module().facts(), CrashTest.TABLES)).isEqualTo(facts);
    }

    @Test
    void aCopyThatComesMuchTooLateBringsNothingBack() throws IOException {
        house.follows(visit).tidiesAfter(THIRTEEN_MONTHS);
        List<String> facts = visits();
        VisitBuilder late =
                aVisit().startingAt(house.clock.millis()).recorded().on("/late").clicks("#late");
        house.follows(late).everybodyLeaves();

        assertThat(kept(Lane.PLAYBACK)).isFalse();
        assertThat(visits()).isEqualTo(facts);
        assertThat(house.counted("capped")).isEqualTo(2);
    }

    private List<String> visits() {
        return FactsDump.of(house.module().facts(), "visit").get("visit");
    }

    @Test
    void theFollowerTidiesOnceAnHour() {
        house.follows(visit).everybodyLeaves();
        house.module().follower().step();
        house.clock.advance(A_MONTH);
        house.module().follower().step();
        assertThat(kept(Lane.PLAYBACK)).isFalse();
        long released = house.log().releasedBefore();

        house.clock.advance(Duration.ofMinutes(59));
        house.module().follower().step();
        assertThat(house.log().releasedBefore()).isEqualTo(released);

        house.clock.advance(Duration.ofMinutes(1));
        house.module().follower().step();
        assertThat(house.log().releasedBefore())
                .isEqualTo(house.clock.millis() - Duration.ofHours(48).toMillis());
    }

    @Test
    void theLogIsReleasedUpToWhereItWasRead() {
        house.follows(visit).tidiesAfter(Duration.ZERO);

        assertThat(house.log().released()).isNotNull();
        assertThat(house.log().released().index()).isEqualTo(house.log().size());
    }

    @Test
    void whatWasDeletedIsCounted() {
        house.follows(visit).tidiesAfter(A_MONTH);

        assertThat(counted("expired.blocks")).isEqualTo(1);
        assertThat(counted("expired.bytes")).isPositive();
        assertThat(counted("deleted.files")).isEqualTo(1);
        assertThat(counted("deleted.bytes")).isGreaterThan(counted("expired.bytes"));
    }

    private double counted(String what) {
        return house.metrics
                .get("sojourn.housekeeping." + what)
                .tag("lane", "playback")
                .counter()
                .count();
    }

    @ParameterizedTest
    @EnumSource(
            value = HousekeepingStep.class,
            names = {"EXPIRED", "FILES_DELETED", "LOG_RELEASED"})
    void aFailureAnywhereIsToldAndTriedAgainWhileFollowingGoesOn(HousekeepingStep fatal) throws IOException {
        house.follows(visit).everybodyLeaves();
        house.clock.advance(A_MONTH);
        house.housekeepingWatchedBy(step -> failAt(step, fatal));
        house.module().follower().step();
        assertThat(house.module().housekeeping().failure()).isInstanceOf(CrashTest.Crash.class);
        house.follows(aVisit(2).startingAt(house.clock.millis()).on("/"));
        assertThat(visits()).hasSize(2);

        house.housekeepingWatchedBy(HousekeepingStep.UNWATCHED).restarts();
        while (house.module().follower().step() > 0) {
            // until nothing is left to do
        }
        assertThat(house.module().housekeeping().failure()).isNull();
        assertThat(files("playback")).isEmpty();
        assertThat(kept(Lane.ANALYSIS)).isTrue();
    }

    private static void failAt(HousekeepingStep step, HousekeepingStep fatal) {
        if (step == fatal) {
            throw new CrashTest.Crash();
        }
    }

    @Test
    void nothingIsKeptForLessTimeThanTheLogKeepsIt() {
        assertThatThrownBy(() -> Retention.ofDays(396, 2)).hasMessageContaining("3 days at least");
    }

    private boolean kept(Lane lane) {
        return house.module().sessions().find(1, visit.id(), lane).isPresent();
    }

    private Optional<SessionItem> item() {
        return house.module().sessionList().find(1, visit.id(), house.clock.millis());
    }

    private List<Path> files(String lane) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("segments").resolve(lane))) {
            return files.toList();
        }
    }
}
