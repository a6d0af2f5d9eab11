package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileSenderTest {
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
    void garbageIsSetAsideAndTheRestGoesOn() {
        Random random = new Random(42);
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            records.add(new LogRecord(NOON, 1, "", "", ByteBuffer.wrap(noise)));
        }
        records.addAll(aVisit().on("/").records());
        house.follows(records);

        assertThat(find(aVisit()).documents()).hasSize(1);
        assertThat(setAside()).isEqualTo(200);
    }

    @Test
    void noSingleFlippedBitStopsTheFollower() {
        Random random = new Random(7);
        LogRecord good = aVisit().on("/").clicks("#buy").records().get(0);
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[good.batch().remaining()];
            good.batch().duplicate().get(bytes);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            records.add(new LogRecord(NOON, 1, good.userAgent(), "", ByteBuffer.wrap(bytes)));
        }
        house.follows(records).follows(aVisit(2).on("/")).everybodyLeaves();

        assertThat(find(aVisit(2)).ended()).isTrue();
    }

    @Test
    void aPayloadThatInflatesWithoutEndIsCutShortAndShownAsAGap() {
        assertUnreadable(
                "the payload is too large",
                batch -> batch.setCodec(Codec.DEFLATE).setPayload(deflated(new byte[64 << 20])));
    }

    @Test
    void aPayloadOfTooManyTinyEventsIsShownAsAGap() {
        EventList.Builder many = EventList.newBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.addEvents(Event.getDefaultInstance());
        }
        assertUnreadable(
                "the payload has too many events",
                batch -> batch.setCodec(Codec.RAW).setPayload(many.build().toByteString()));
    }

    @Test
    void aPayloadThatEndsTooEarlyIsShownAsAGap() {
        ByteString whole = deflated(new byte[10_000]);
        assertUnreadable(
                "the payload ends too early",
                batch -> batch.setCodec(Codec.DEFLATE).setPayload(whole.substring(0, whole.size() / 2)));
    }

    @Test
    void aCodecOfTomorrowIsShownAsAGap() {
        assertUnreadable("unknown codec", batch -> batch.setCodecValue(99));
    }

    @Test
    void aPayloadOfNoiseIsShownAsAGap() {
        assertUnreadable(
                "the payload is not a list of events",
                batch -> batch.setCodec(Codec.RAW).setPayload(ByteString.copyFromUtf8("hello")));
    }

    private void assertUnreadable(String reason, UnaryOperator<Batch.Builder> spoil) {
        List<LogRecord> records =
                aVisit().on("/").sends().clicks("#buy").sends().clicks("#buy").records();
        house.follows(List.of(records.get(0), spoilt(records.get(1), spoil), records.get(2)));

        assertThat(find(aVisit()).documents()).singleElement().satisfies(document -> {
            assertThat(document.events()).hasSize(2);
            assertThat(document.gaps()).containsExactly(new Gap(1, NOON, Gap.Reason.UNREADABLE, reason));
        });
        assertThat(setAside()).isEqualTo(1);
    }

    @Test
    void absurdClocksCannotLeaveTheTimeTheVisitWasReceivedIn() {
        LogRecord good = aVisit().on("/").records().get(0);
        house.follows(List.of(spoilt(good, batch -> batch.setSentAt(-1).setPageStartedAt(-1))));
        assertThat(find(aVisit()).startedAt())
                .isBetween(NOON - Duration.ofDays(3).toMillis(), NOON + 50);
    }

    @Test
    void aLaneTomorrowInventsIsSetAside() {
        house.follows(List.of(spoilt(aVisit().on("/").records().get(0), batch -> batch.setLaneValue(9))));
        assertThat(setAside()).isEqualTo(1);
    }

    @Test
    void aVisitPastItsCapOfEventsEndsInACountedGap() {
        LaneCaps small = new LaneCaps(1 << 20, 3, 100, 1 << 20, 100);
        house.cappedAt(new Caps(Duration.ofHours(24), small, Caps.DEFAULT.playback()));
        house.follows(aVisit().recorded()
                .on("/")
                .clicks("#a")
                .sends()
                .clicks("#b")
                .clicks("#c")
                .sends()
                .clicks("#d")
                .clicks("#e"));

        assertThat(find(aVisit()).documents()).singleElement().satisfies(document -> {
            assertThat(document.events()).hasSize(2);
            assertThat(document.gaps())
                    .containsExactly(new Gap(
                            2, NOON, Gap.Reason.CAPPED, "the visit went on past its cap: 2 batches were not kept"));
        });
        assertThat(house.module().sessions().find(1, aVisit().id(), Lane.PLAYBACK))
                .isPresent();
        assertThat(house.counted("capped")).isEqualTo(2);
    }

    @Test
    void aVisitOlderThanADayTakesNothingMore() {
        VisitBuilder visit = aVisit().on("/").sends();
        for (int i = 0; i < 30; i++) {
            visit.after(Duration.ofHours(1)).clicks("#buy").sends();
        }
        house.follows(visit);
        assertThat(find(visit).documents().get(0).events()).hasSize(25);
    }

    private Session find(VisitBuilder visit) {
        return house.module().sessions().find(1, visit.id(), Lane.ANALYSIS).orElseThrow();
    }

    private double setAside() {
        return house.metrics.get("sojourn.follower.set.aside").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static LogRecord spoilt(LogRecord good, UnaryOperator<Batch.Builder> spoil) {
        try {
            Batch.Builder batch = Batch.parseFrom(good.batch().duplicate()).toBuilder();
            return new LogRecord(
                    good.receivedAt(),
                    good.siteId(),
                    good.userAgent(),
                    good.address(),
                    spoil.apply(batch).build().toByteString().asReadOnlyByteBuffer());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteString deflated(byte[] raw) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(raw);
            deflater.finish();
            byte[] out = new byte[raw.length / 100 + 1_000];
            return ByteString.copyFrom(out, 0, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }
}
