package io.sojourn.replay;

import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.replay.tape.Tape;
import io.sojourn.replay.tape.TapeGap;
import io.sojourn.replay.tape.TapeRecorder;
import io.sojourn.sessions.Document;
import java.util.HexFormat;
import java.util.List;

/**
 * A document and its tape.
 *
 * @param lackingAssets pictures and fonts that are not to be had
 * @param clock the session's moment of the document's moment 0, in ms
 */
record Taped(long id, long tab, long clock, Tape tape, List<TapeGap> gaps, List<TapeGap> lackingAssets) {
    static Taped of(Document document, long origin, AssetCopies copies) {
        TapeRecorder recorder = new TapeRecorder(document, copies);
        Tape tape = recorder.record();
        return new Taped(
                document.id(),
                document.tab(),
                document.startedAt() - origin,
                tape,
                recorder.gaps(),
                List.copyOf(recorder.lackingAssets().values()));
    }

    /** When there is something to show: the first picture, whole. */
    long startsAt() {
        return clock + tape.whole();
    }

    long endsAt() {
        return clock + Math.max(tape.whole(), tape.end());
    }

    /** A moment of the session on the document's clock. */
    int onClock(long moment) {
        return (int) Math.max(0, Math.min(moment - clock, Integer.MAX_VALUE));
    }

    String name() {
        return hex(id);
    }

    static String hex(long id) {
        return HexFormat.of().toHexDigits(id);
    }
}
