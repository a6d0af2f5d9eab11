package io.sojourn.replay.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.OpReader;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.script.Outline;
import io.sojourn.replay.script.RandomVisit;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeLawTest {
    private static final int PROGRAMS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void thePageRebuiltAtAnyMomentIsThePageThatWas(long seed) {
        RandomVisit visit = new RandomVisit(seed, PROGRAMS, 3_000);
        TapeRecorder recorder = new TapeRecorder(visit.visit.document());
        Tape tape = recorder.record();

        assertThat(recorder.gaps()).isEmpty();
        assertThat(recorder.skipped()).isZero();
        assertThat(tape.keyframes()).hasSizeGreaterThan(3);
        for (int second = 0; second < PROGRAMS; second++) {
            assertThat(Outline.of(tape.pageAt(second * 1_000 + 500)))
                    .as("second " + second)
                    .isEqualTo(visit.outlines.get(second));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aPlayerThatStartsAnywhereComesToTheSamePage(long seed) throws Exception {
        RandomVisit visit = new RandomVisit(seed, PROGRAMS, 3_000);
        Tape tape = new TapeRecorder(visit.visit.document()).record();

        for (int from = 0; from < PROGRAMS; from += 17) {
            for (int until = from; until < PROGRAMS; until += 23) {
                byte[] stream = PlayerStream.of(tape, from * 1_000, until * 1_000);
                assertThat(Outline.of(played(stream))).isEqualTo(visit.outlines.get(until));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12, 13})
    void playingOnAndJumpingForwardAndBackShowTheSamePage(long seed) throws Exception {
        RandomVisit visit = new RandomVisit(seed, PROGRAMS, 3_000);
        Tape tape = new TapeRecorder(visit.visit.document()).record();
        Random moments = new Random(seed);

        Page forward = played(PlayerStream.of(tape, 0, 0));
        int stands = 0;
        for (int jump = 0; jump < 40; jump++) {
            int until = Math.min(stands + moments.nextInt(6_000), PROGRAMS * 1_000 - 1);
            play(forward, PlayerStream.after(tape, stands, until));
            stands = until;
            int anywhere = moments.nextInt(PROGRAMS * 1_000);
            assertThat(Outline.of(forward)).isEqualTo(visit.outlines.get(stands / 1_000));
            byte[] jumped = PlayerStream.of(tape, anywhere, anywhere);
            assertThat(Outline.of(played(jumped))).as("at " + anywhere).isEqualTo(visit.outlines.get(anywhere / 1_000));
            assertThat(EventList.parseFrom(jumped).getEvents(0).getAt())
                    .isBetween(Math.max(0, anywhere - PlayerStream.CATCH_UP_MS), anywhere);
        }
    }

    private static Page played(byte[] stream) throws Exception {
        Page page = new Page();
        play(page, stream);
        return page;
    }

    private static void play(Page page, byte[] stream) throws Exception {
        OpReader reader = new OpReader(OpReader.Origin.SERVER);
        reader.startAnywhere();
        OpApplier applier = new OpApplier(page);
        for (Event event : EventList.parseFrom(stream).getEventsList()) {
            for (Op op : reader.read(event.getDomOps())) {
                assertThat(applier.apply(op)).isTrue();
            }
        }
    }
}
