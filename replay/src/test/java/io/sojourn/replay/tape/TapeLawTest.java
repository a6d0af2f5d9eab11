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

    private static Page played(byte[] stream) throws Exception {
        OpReader reader = new OpReader(OpReader.Origin.SERVER);
        OpApplier page = new OpApplier(new Page());
        for (Event event : EventList.parseFrom(stream).getEventsList()) {
            for (Op op : reader.read(event.getDomOps())) {
                assertThat(page.apply(op)).isTrue();
            }
        }
        return page.page();
    }
}
