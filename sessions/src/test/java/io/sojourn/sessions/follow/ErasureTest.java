package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.Position;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.FolderSearch;
import io.sojourn.sessions.testing.InMemoryEventLog;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {
    private static final Id128 ANN = new Id128(0xA11CE0FFEE0DDBA1L, 0x5EED5EED5EED5EEDL);
    private static final Id128 BOB = new Id128(0xB0B0B0B0B0B0B0B0L, 0x0B0B0B0B0B0B0B0BL);
    private static final String[] TABLES = {
        "visit", "page_view", "event", "signal", "kept_session", "block", "session_visitor", "set_aside"
    };

    @TempDir
    Path folder;

    private SessionsFixture house;
    private final VisitBuilder first =
            aVisit(1).by(ANN).recorded().on("/p/lamp").clicks("#buy");
    private final VisitBuilder second = aVisit(2).by(ANN).recorded().on("/cart").clicks("#pay");
    private final VisitBuilder others =
            aVisit(3).by(BOB).recorded().on("/p/lamp").clicks("#buy");

    @BeforeEach
    void open() {
        house = new SessionsFixture(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void allVisitsOfAnErasedVisitorAreGoneAndThoseOfOthersStay() {
        house.follows(first, second, others).everybodyLeaves();

        assertThat(house.module().follower().eraseVisitor(1, ANN)).containsExactlyInAnyOrder(key(first), key(second));
        assertThat(kept(first)).isFalse();
        assertThat(kept(second)).isFalse();
        assertThat(rowsNaming(first)).isEmpty();
        assertThat(rowsNaming(second)).isEmpty();
        assertThat(kept(others)).isTrue();
        assertThat(rowsNaming(others)).isNotEmpty();
    }

    @Test
    void oneSessionCanBeErasedAloneAndItsVisitorComesAgain() {
        house.follows(first, second).module().follower().eraseSession(key(first));
        assertThat(kept(first)).isFalse();
        assertThat(kept(second)).isTrue();

        house.follows(aVisit(4).by(ANN).on("/")).follows(first);
        assertThat(kept(aVisit(4))).isTrue();
        assertThat(kept(first)).isFalse();
    }

    @Test
    void whatComesLaterFromAnErasedVisitorIsDroppedAlsoAfterARestart() {
        List<LogRecord> records = CrashTest.records();
        house.follows(records.subList(0, 2)).module().follower().eraseVisitor(1, new Id128(7, 7));
        house.follows(records.subList(2, 3)).restarts().follows(records.subList(3, records.size()));

        assertThat(kept(aVisit())).isFalse();
        assertThat(house.counted("suppressed")).isEqualTo(records.size() - 2);
        assertThat(house.module().follower().behindMillis()).isZero();
    }

    @Test
    void whatWasLoggedButNotYetReadIsErasedToo() {
        house.log().with(first.records());
        house.module().follower().eraseVisitor(1, ANN);
        house.module().follower().catchUp();

        assertThat(kept(first)).isFalse();
    }

    @Test
    void readingTheWholeLogAgainBringsNobodyBack() {
        house.follows(first, others).module().follower().eraseVisitor(1, ANN);
        house.close();
        house = new SessionsFixture(folder, new InMemoryEventLog("another"));
        house.follows(first, others);

        assertThat(kept(first)).isFalse();
        assertThat(kept(others)).isTrue();
    }

    @Test
    void aVisitOfWhichOnlyTheRecordingArrivedIsErasedToo() {
        List<LogRecord> recording =
                first.records().stream().filter(ErasureTest::isPlayback).toList();
        house.follows(recording);
        assertThat(house.module().sessions().find(1, first.id(), Lane.PLAYBACK)).isPresent();

        house.module().follower().eraseVisitor(1, ANN);
        assertThat(house.module().sessions().find(1, first.id(), Lane.PLAYBACK)).isEmpty();
    }

    private static boolean isPlayback(LogRecord entry) {
        try {
            return ReceivedBatch.read(entry, new Position("log", 0, 0)).lane() == Lane.PLAYBACK;
        } catch (Undigestible impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theSameIdAtAnotherSiteIsSomebodyElse() {
        house.follows(first, aVisit(5).site(2).by(ANN).on("/"))
                .module()
                .follower()
                .eraseVisitor(2, ANN);

        assertThat(kept(first)).isTrue();
        assertThat(house.module().sessions().find(2, aVisit(5).id(), Lane.ANALYSIS))
                .isEmpty();
    }

    @Test
    void erasingTwiceAndErasingAStrangerDoNoHarm() {
        house.follows(first, others).module().follower().eraseVisitor(1, ANN);
        assertThat(house.module().follower().eraseVisitor(1, ANN)).isEmpty();
        assertThat(house.module().follower().eraseVisitor(1, new Id128(1, 1))).isEmpty();
        assertThat(kept(others)).isTrue();
        assertThat(FactsDump.of(house.module().facts(), "suppressed").get("suppressed"))
                .hasSize(3);
    }

    @Test
    void afterTheHouseIsTidiedNoByteOfTheIdsIsInTheFolder() throws IOException {
        house.follows(first, second, others).follows(unreadable(first)).everybodyLeaves();
        assertThat(FolderSearch.filesNaming(folder, ANN)).isNotEmpty();
        assertThat(FolderSearch.filesNaming(folder, first.id())).hasSizeGreaterThan(2);
        house.module().follower().eraseVisitor(1, ANN);
        assertThat(FolderSearch.filesNaming(folder, ANN)).isNotEmpty();
        house.module().follower().tidy();

        assertThat(FolderSearch.filesNaming(folder, ANN)).isEmpty();
        assertThat(FolderSearch.filesNaming(folder, first.id())).isEmpty();
        assertThat(FolderSearch.filesNaming(folder, second.id())).isEmpty();
        assertThat(FolderSearch.filesNaming(folder, others.id())).isNotEmpty();
        assertThat(kept(others)).isTrue();

        house.restarts().follows(aVisit(6).by(BOB).on("/"));
        assertThat(kept(aVisit(6))).isTrue();
    }

    /** Set aside as it came: not a batch, though an id stands in it. */
    private static List<LogRecord> unreadable(VisitBuilder visit) {
        LogRecord whole = visit.records().get(0);
        ByteBuffer cut = whole.batch().duplicate();
        cut.limit(cut.limit() - 3);
        return List.of(new LogRecord(whole.receivedAt(), whole.siteId(), whole.userAgent(), whole.address(), cut));
    }

    @Test
    void withinADayTheFollowerDoesSoByItself() throws IOException {
        house.follows(first, others).everybodyLeaves();
        house.module().follower().eraseVisitor(1, ANN);
        for (int hour = 0; hour < 24; hour++) {
            house.clock.advance(Duration.ofHours(1));
            while (house.module().follower().step() > 0) {
                // until nothing is left to do
            }
        }
        assertThat(FolderSearch.filesNaming(folder, ANN)).isEmpty();
        assertThat(FolderSearch.filesNaming(folder, first.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HousekeepingStep.class)
    void whereverTidyingStopsItIsDoneInTheEnd(HousekeepingStep fatal) throws IOException {
        house.follows(first, others).everybodyLeaves();
        house.module().follower().eraseVisitor(1, ANN);
        house.housekeepingWatchedBy(step -> {
            if (step == fatal) {
                throw new CrashTest.Crash();
            }
        });
        assertThatThrownBy(() -> house.module().follower().tidy()).isInstanceOf(CrashTest.Crash.class);
        house.housekeepingWatchedBy(HousekeepingStep.UNWATCHED).restarts();
        house.module().follower().tidy();

        assertThat(FolderSearch.filesNaming(folder, ANN)).isEmpty();
        assertThat(kept(others)).isTrue();
        assertThat(house.module().sessions().find(1, others.id(), Lane.PLAYBACK))
                .isPresent();
    }

    private static SessionKey key(VisitBuilder visit) {
        return new SessionKey(1, visit.id());
    }

    private boolean kept(VisitBuilder visit) {
        boolean found =
                house.module().sessions().find(1, visit.id(), Lane.ANALYSIS).isPresent();
        boolean listed = house.module()
                .sessionList()
                .find(1, visit.id(), house.clock.millis())
                .isPresent();
        assertThat(listed).isEqualTo(found);
        return found;
    }

    private List<String> rowsNaming(VisitBuilder visit) {
        String uuid = visit.id().toUuid().toString();
        return FactsDump.of(house.module().facts(), TABLES).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.contains(uuid))
                .toList();
    }
}
