package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactionTest {
    private static final int SMALL_FILES = 9;

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
    void manySmallFilesBecomeOneAndEverySessionReadsAsBefore() {
        followsOverManyRestarts();
        List<Session> before = sessions();
        house.module().follower().tidy();

        assertThat(files("analysis")).hasSize(1);
        assertThat(files("playback")).hasSize(1);
        assertThat(sessions()).isEqualTo(before).hasSize(2 * SMALL_FILES);
        assertThat(house.metrics
                        .get("sojourn.housekeeping.compacted.blocks")
                        .tag("lane", "analysis")
                        .counter()
                        .count())
                .isEqualTo(SMALL_FILES);
    }

    @Test
    void afterOneRoundNothingIsLeftToCompact() {
        followsOverManyRestarts();
        house.module().follower().tidy();
        List<Path> files = files("analysis");
        house.module().follower().tidy();

        assertThat(files("analysis")).isEqualTo(files);
    }

    @Test
    void whatExpiredIsGoneFromAFileThatIsMostlyUnused() throws IOException {
        VisitBuilder old = aVisit(1).on("/");
        for (int i = 0; i < 200; i++) {
            old.clicks("#button-number-" + i * 7919);
        }
        VisitBuilder young = aVisit(2)
                .startingAt(NOON + Duration.ofDays(2).toMillis())
                .on("/")
                .clicks("#buy");
        house.follows(old).follows(young).restarts();
        long bytes = Files.size(files("analysis").get(0));
        house.tidiesAfter(Duration.ofDays(395));

        assertThat(found(old, Lane.ANALYSIS)).isEmpty();
        assertThat(found(young, Lane.ANALYSIS)).hasSize(1);
        assertThat(files("analysis"))
                .singleElement()
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(bytes / 2));
    }

    @Test
    void aVisitThatIsUnderWayGoesOnAcrossACompaction() {
        List<LogRecord> records = CrashTest.records();
        for (int i = 0; i < SMALL_FILES; i++) {
            house.follows(aVisit(10 + i).on("/")).restarts();
        }
        house.follows(records.subList(0, 2)).restarts();
        house.module().follower().catchUp();
        house.module().follower().tidy();
        house.follows(records.subList(2, records.size())).everybodyLeaves();

        assertThat(house.module().sessionList().find(1, aVisit().id(), house.clock.millis()))
                .hasValueSatisfying(item -> {
                    assertThat(item.clicks()).isEqualTo(2);
                    assertThat(item.gaps()).isZero();
                });
        assertThat(house.metrics.get("sojourn.follower.damaged.blocks").gauge().value())
                .isZero();
    }

    @Test
    void theFollowerCompactsInItsOwnSteps() {
        followsOverManyRestarts();
        while (house.module().follower().step() > 0) {
            // until nothing is left to do
        }

        assertThat(files("analysis")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = HousekeepingStep.class,
            names = {"BLOCKS_COPIED", "COPIES_FORCED", "ADDRESSES_SWITCHED", "COMPACTED"})
    void whereverItStopsNothingIsMissingDoubleOrOrphaned(HousekeepingStep fatal) throws IOException {
        followsOverManyRestarts();
        List<Session> before = sessions();
        var facts = FactsDump.of(house.module().facts(), CrashTest.TABLES);
        house.housekeepingWatchedBy(step -> failAt(step, fatal));
        assertThatThrownBy(() -> house.module().follower().tidy()).isInstanceOf(CrashTest.Crash.class);
        if (fatal == HousekeepingStep.BLOCKS_COPIED) {
            loseHalfOf(newest("playback"));
        }

        house.housekeepingWatchedBy(HousekeepingStep.UNWATCHED).restarts();
        house.module().follower().catchUp();
        assertThat(sessions()).isEqualTo(before);
        assertThat(files("analysis")).hasSameSizeAs(segmentsInUse("1"));
        assertThat(files("playback")).hasSameSizeAs(segmentsInUse("2"));

        house.module().follower().tidy();
        house.rules(new Rules(Rules.DEFAULT.version() + 1)).module().follower().catchUp();
        assertThat(sessions()).isEqualTo(before);
        assertThat(files("playback")).hasSize(1);
        assertThat(FactsDump.of(house.module().facts(), CrashTest.TABLES)).isEqualTo(facts);
    }

    @Test
    void aDamagedBlockStaysDamagedAndTheOthersOfItsFileAreMoved() throws IOException {
        followsOverManyRestarts();
        int readable = sessions().size();
        loseHalfOf(files("analysis").get(3));
        assertThat(sessions()).hasSize(readable - 1);
        house.module().follower().tidy();

        assertThat(files("analysis")).hasSize(1);
        assertThat(sessions()).hasSize(readable - 1);
    }

    @Test
    void thePiecesOfAnEndedVisitBecomeOneBlockAndReadAsBefore() throws IOException {
        followsInPieces();
        List<Session> before = inPieces();
        long bytes = bytes("analysis");
        assertThat(blocks(Lane.ANALYSIS)).isGreaterThan(2);
        house.everybodyLeaves().module().follower().tidy();

        assertThat(blocks(Lane.ANALYSIS)).isEqualTo(1);
        assertThat(blocks(Lane.PLAYBACK)).isEqualTo(1);
        assertThat(bytes("analysis")).isLessThan(bytes);
        assertThat(inPieces())
                .usingRecursiveComparison()
                .ignoringFields("ended")
                .isEqualTo(before);
    }

    @Test
    void aVisitThatIsUnderWayStaysInItsPieces() {
        followsInPieces();
        long blocks = blocks(Lane.ANALYSIS);
        house.module().follower().tidy();

        assertThat(blocks(Lane.ANALYSIS)).isEqualTo(blocks);
    }

    @Test
    void copiesOfBatchesThatWereJoinedAreStillKnownAndLateOnesAreTakenIn() {
        List<LogRecord> records = CrashTest.records();
        house.follows(records.subList(0, 2))
                .follows(records.subList(2, records.size() - 1))
                .everybodyLeaves()
                .module()
                .follower()
                .tidy();
        house.follows(records).everybodyLeaves();

        assertThat(house.metrics.get("sojourn.follower.damaged.blocks").gauge().value())
                .isZero();
        assertThat(inPieces()).isEqualTo(undisturbed());
        house.module().follower().tidy();
        assertThat(inPieces()).isEqualTo(undisturbed());
    }

    @Test
    void aVisitWithADamagedPieceKeepsItsOtherPieces() throws IOException {
        followsInPieces();
        house.restarts().everybodyLeaves();
        Path file = files("analysis").get(0);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), channel.size() - 5);
        }
        List<Session> before = inPieces();
        long blocks = blocks(Lane.ANALYSIS);
        house.module().follower().tidy();

        assertThat(blocks(Lane.ANALYSIS)).isEqualTo(blocks);
        assertThat(inPieces()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = HousekeepingStep.class,
            names = {"BLOCKS_COPIED", "COPIES_FORCED", "ADDRESSES_SWITCHED", "COMPACTED"})
    void whereverJoiningStopsNothingIsMissingOrDouble(HousekeepingStep fatal) {
        followsInPieces();
        house.everybodyLeaves();
        List<Session> before = inPieces();
        house.housekeepingWatchedBy(step -> failAt(step, fatal));
        assertThatThrownBy(() -> house.module().follower().tidy()).isInstanceOf(CrashTest.Crash.class);

        house.housekeepingWatchedBy(HousekeepingStep.UNWATCHED).restarts();
        house.module().follower().catchUp();
        assertThat(inPieces()).isEqualTo(before);
        house.module().follower().tidy();
        assertThat(inPieces()).isEqualTo(before);
        assertThat(blocks(Lane.ANALYSIS)).isEqualTo(1);
        assertThat(files("analysis")).hasSize(1);
    }

    private void followsInPieces() {
        for (LogRecord piece : CrashTest.records()) {
            house.follows(List.of(piece));
        }
    }

    private List<Session> inPieces() {
        return Stream.of(Lane.ANALYSIS, Lane.PLAYBACK)
                .flatMap(lane -> found(aVisit(), lane).stream())
                .toList();
    }

    /** The same visit as it is kept when it comes at once and nothing is compacted. */
    private List<Session> undisturbed() {
        try (SessionsFixture other = new SessionsFixture(folder.resolve("other-" + System.nanoTime()))) {
            other.follows(CrashTest.records()).everybodyLeaves();
            return Stream.of(Lane.ANALYSIS, Lane.PLAYBACK)
                    .flatMap(lane -> other.module().sessions().find(1, aVisit().id(), lane).stream())
                    .toList();
        }
    }

    private long blocks(Lane lane) {
        return house.module().facts().read(connection -> {
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("SELECT count(*) FROM block WHERE lane = " + lane.getNumber())) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private long bytes(String lane) throws IOException {
        long bytes = 0;
        for (Path file : files(lane)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private void followsOverManyRestarts() {
        for (int i = 1; i <= SMALL_FILES; i++) {
            house.follows(visit(i)).restarts();
        }
        house.everybodyLeaves();
    }

    private static VisitBuilder visit(int number) {
        return aVisit(number).recorded().on("/p/" + number).clicks("#buy");
    }

    private List<Session> sessions() {
        List<Session> all = new ArrayList<>();
        for (int i = 1; i <= SMALL_FILES; i++) {
            all.addAll(found(visit(i), Lane.ANALYSIS));
            all.addAll(found(visit(i), Lane.PLAYBACK));
        }
        return all;
    }

    private List<Session> found(VisitBuilder visit, Lane lane) {
        return house.module().sessions().find(1, visit.id(), lane).stream().toList();
    }

    private List<Long> segmentsInUse(String lane) {
        return house.module().facts().read(connection -> {
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("SELECT DISTINCT segment FROM block WHERE lane = " + lane)) {
                List<Long> segments = new ArrayList<>();
                while (rows.next()) {
                    segments.add(rows.getLong(1));
                }
                return segments;
            }
        });
    }

    private List<Path> files(String lane) {
        try (Stream<Path> files = Files.list(folder.resolve("segments").resolve(lane))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path newest(String lane) {
        List<Path> files = files(lane);
        return files.get(files.size() - 1);
    }

    private static void loseHalfOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    private static void failAt(HousekeepingStep step, HousekeepingStep fatal) {
        if (step == fatal) {
            throw new CrashTest.Crash();
        }
    }
}
