package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sessions.testing.InMemoryEventLog;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    @TempDir
    Path folder;

    private SessionsFixture house;

    @BeforeEach
    void open() {
        house = new SessionsFixture(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aVisitCanBeFoundByBothOfItsLanesOnceItWasFollowed() {
        VisitBuilder visit = aVisit().recorded().on("/p/lamp").clicks("#buy");
        house.follows(visit);

        assertThat(house.module().sessions().find(1, visit.id(), Lane.ANALYSIS)).contains(live(visit));
        assertThat(house.module().sessions().find(1, visit.id(), Lane.PLAYBACK))
                .hasValueSatisfying(session ->
                        assertThat(session.documents().get(0).events()).hasSize(1));
        assertThat(house.module().sessions().find(2, visit.id(), Lane.ANALYSIS)).isEmpty();
    }

    private static Session live(VisitBuilder visit) {
        Session ended = visit.session();
        return new Session(
                ended.siteId(),
                ended.id(),
                ended.lane(),
                ended.visitor(),
                ended.startedAt(),
                ended.endedAt(),
                false,
                ended.client(),
                ended.documents());
    }

    @Test
    void aQuietServerShowsNewsAfterTwoSeconds() {
        house.module().follower().step();
        house.log().with(aVisit().on("/").records());
        house.module().follower().step();
        assertThat(items()).isEmpty();

        house.clock.advance(Duration.ofSeconds(2));
        house.module().follower().step();
        assertThat(items()).hasSize(1);
    }

    @Test
    void aVisitEndsHalfAnHourAfterItsLastBatchAndALateBatchReopensIt() {
        VisitBuilder visit = aVisit().on("/").sends();
        house.follows(visit);
        assertThat(items().get(0).live()).isTrue();

        house.everybodyLeaves();
        assertThat(items().get(0).live()).isFalse();
        assertThat(house.module()
                        .sessions()
                        .find(1, visit.id(), Lane.ANALYSIS)
                        .orElseThrow()
                        .ended())
                .isTrue();

        List<LogRecord> late =
                visit.after(Duration.ofMinutes(40)).clicks("#buy").records();
        house.follows(late.subList(1, 2));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.live()).isTrue();
            assertThat(item.clicks()).isEqualTo(1);
        });
    }

    @Test
    void whileBehindVisitsEndByTheTimeInTheLog() {
        house.log().with(aVisit(1).on("/old").records());
        house.log()
                .with(aVisit(2)
                        .startingAt(NOON + Duration.ofHours(2).toMillis())
                        .on("/new")
                        .records());
        house.clock.set(NOON + Duration.ofHours(2).toMillis());
        house.module().follower().catchUp();

        assertThat(items()).extracting(SessionItem::live).containsExactly(true, false);
    }

    @Test
    void aRetryCountsOnce() {
        List<LogRecord> records = aVisit().on("/").clicks("#buy").records();
        house.follows(records).follows(records).restarts().follows(records);

        assertThat(items()).extracting(SessionItem::clicks).containsExactly(1);
        assertThat(house.counted("copies")).isEqualTo(2);
    }

    @Test
    void anotherPayloadUnderTheSameIdentityIsSetAsideAndTheFirstCounts() {
        house.follows(aVisit().on("/").clicks("#buy"));
        house.follows(aVisit().on("/").clicks("#buy").clicks("#buy"));

        assertThat(items()).extracting(SessionItem::clicks).containsExactly(1);
        assertThat(house.metrics
                        .counter("sojourn.follower.set.aside", "reason", "another payload under the same identity")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theSameSessionIdAtTwoSitesMeansTwoSessions() {
        house.follows(aVisit().site(1).on("/one"), aVisit().site(2).on("/two"));

        assertThat(items()).extracting(SessionItem::entryPage).containsExactly("/one");
    }

    @Test
    void aFullDiskLosesNothing() {
        house.log().with(aVisit().on("/").records());
        house.log().unavailable(true);
        assertThatThrownBy(() -> house.module().follower().catchUp()).isInstanceOf(LogUnavailable.class);
        assertThat(items()).isEmpty();

        house.log().unavailable(false);
        house.module().follower().catchUp();
        assertThat(items()).hasSize(1);
    }

    @Test
    void aLogThatWasSwappedIsFollowedFromItsOldestRecordAndThatIsSaid() {
        house.follows(aVisit(1).on("/"));
        house.close();
        house = new SessionsFixture(folder, new InMemoryEventLog("another"));
        house.follows(aVisit(1).on("/"), aVisit(2).on("/"));

        assertThat(items()).hasSize(2);
        assertThat(house.module().notices()).singleElement().asString().startsWith("The log does not reach back");
        assertThat(house.counted("gaps")).isEqualTo(1);
    }

    @Test
    void aVisitIsFollowedOverARestart() {
        VisitBuilder visit = aVisit().on("/a").sends();
        house.follows(visit).restarts();
        List<LogRecord> records =
                visit.after(Duration.ofMinutes(1)).goesTo("/b").records();
        house.follows(records.subList(1, 2));

        assertThat(items()).extracting(SessionItem::pageViews).containsExactly(2);
    }

    @Test
    void onABusyServerAVisitIsDerivedOnceAMinute() {
        for (int i = 1; i < 60; i++) {
            house.log().with(aVisit(i).startingAt(NOON - 1_000).on("/").records());
        }
        VisitBuilder visit = aVisit(60).on("/").sends();
        house.follows(visit);
        pressesAfter(visit, Duration.ofSeconds(61));
        assertThat(clicks(visit)).isEqualTo(1);

        pressesAfter(visit, Duration.ofSeconds(30));
        assertThat(clicks(visit)).isEqualTo(1);

        house.clock.advance(Duration.ofSeconds(30));
        house.module().follower().flush();
        assertThat(clicks(visit)).isEqualTo(2);
    }

    private void pressesAfter(VisitBuilder visit, Duration pause) {
        List<LogRecord> records = visit.after(pause).clicks("#buy").records();
        house.follows(records.subList(records.size() - 1, records.size()));
    }

    private int clicks(VisitBuilder visit) {
        return house.module()
                .sessionList()
                .find(1, visit.id(), house.clock.millis())
                .orElseThrow()
                .clicks();
    }

    private List<SessionItem> items() {
        return house.module()
                .sessionList()
                .list(SessionFilter.all(1), SessionSort.NEWEST_FIRST, null, 100, house.clock.millis())
                .items();
    }
}
