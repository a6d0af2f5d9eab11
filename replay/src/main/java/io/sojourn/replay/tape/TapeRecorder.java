package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.OpReader;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.dom.ProgramRefused;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.replay.safe.SafeFilter;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Goes through a document's recording once, as it came from the agent, and puts it on tape: read strictly, made safe,
 * carried out, written again. What cannot be drawn becomes a gap, never an exception. One use per document.
 */
public final class TapeRecorder {
    /** A pointer path covers a moment; one that says otherwise shall not stretch the session. */
    private static final long MAX_PATH_MS = 60_000;

    private final Document document;
    private final OpReader reader = new OpReader(OpReader.Origin.AGENT);
    private final OpApplier applier = new OpApplier(new Page());
    private final PageViewer scrolling = new PageViewer(applier);
    private final AskedCopies copies;
    private final SafeFilter filter;
    private final SegmentWriter segments = new SegmentWriter(applier.page());
    private final List<TapeGap> gaps = new ArrayList<>();
    private final FirstPicture first = new FirstPicture();
    private int now;
    private int end;

    public TapeRecorder(Document document) {
        this(document, AssetCopies.NONE);
    }

    /** @param copies what pictures and fonts of the web are replaced by */
    public TapeRecorder(Document document, AssetCopies copies) {
        this.document = document;
        this.copies = new AskedCopies(copies);
        this.filter = new SafeFilter(applier.page(), this.copies);
    }

    public Tape record() {
        List<TimedEvent> events = document.events();
        int nextGap = 0;
        for (int i = 0; i < events.size(); i++) {
            while (nextGap < document.gaps().size()
                    && document.gaps().get(nextGap).beforeEvent() <= i) {
                lose(document.gaps().get(nextGap++));
            }
            now = Math.max(now, clock(events.get(i).at()));
            copies.at(now);
            take(events.get(i).event());
        }
        document.gaps().subList(nextGap, document.gaps().size()).forEach(this::lose);
        return new Tape(segments.finish(), first.whole(), end);
    }

    /** What could not be drawn; complete after {@link #record}. */
    public List<TapeGap> gaps() {
        return List.copyOf(gaps);
    }

    /** Pictures and fonts that are not to be had, with when each was first wanted; complete after {@link #record}. */
    public Map<String, TapeGap> lackingAssets() {
        return copies.lacking();
    }

    /** How many operations named something that was not there. */
    public long skipped() {
        return applier.skipped();
    }

    private void take(Event event) {
        if (event.hasDomOps()) {
            program(event.getDomOps());
        } else if (applier.page().root() != null) {
            other(event.toBuilder().setAt(now).build());
        }
    }

    private void program(DomOps program) {
        boolean wasCounting = reader.isCounting();
        try {
            List<Op> ops = reader.read(program);
            if (OpReader.startsWithReset(program)) {
                gaps.replaceAll(gap -> gap.closedAt(now));
                segments.beginWithSnapshot(now);
            } else {
                segments.beginWithKeyframeIfDue(now);
            }
            for (Op op : ops) {
                carryOut(op);
            }
            if (applier.page().root() != null) {
                first.saw(now, ops);
            }
        } catch (ProgramRefused refused) {
            reader.lose();
            if (wasCounting || OpReader.startsWithReset(program) || isFirstPicture()) {
                gaps.add(new TapeGap(
                        now,
                        TapeGap.NEVER,
                        "refused",
                        "A part of the recording could not be used: " + refused.getMessage() + "."));
            }
        }
        segments.endProgram(now);
        end = now;
    }

    private boolean isFirstPicture() {
        return applier.page().root() == null && gaps.isEmpty();
    }

    private void carryOut(Op op) throws ProgramRefused {
        for (Op safe : filter.filter(op)) {
            if (applier.apply(safe)) {
                segments.write(safe);
            }
        }
    }

    private void other(Event event) {
        switch (event.getKindCase()) {
            case VIEWPORT -> {
                segments.write(event);
                first.sawViewport(now);
            }
            case POINTER_PATH -> {
                segments.write(event);
                end = Math.max(end, now + length(event.getPointerPath()));
                return;
            }
            case NODE_SCROLL -> {
                if (isThere(event.getNodeScroll().getNode())) {
                    scrolling.happened(event);
                    segments.write(event);
                }
            }
            case POINTER_PRESS ->
                segments.write(isThere(event.getPointerPress().getNode()) ? event : withoutNode(event));
            default -> {}
        }
        end = Math.max(end, now);
    }

    private boolean isThere(int node) {
        return reader.isSure(node) && applier.page().find(node) != null;
    }

    private static Event withoutNode(Event press) {
        return press.toBuilder()
                .setPointerPress(press.getPointerPress().toBuilder().clearNode())
                .build();
    }

    private static int length(PointerPath path) {
        long length =
                path.getDtList().stream().mapToLong(Integer::toUnsignedLong).sum();
        return (int) Math.min(length, MAX_PATH_MS);
    }

    private void lose(Gap gap) {
        reader.lose();
        String detail = gap.detail().isBlank() ? "" : " (" + gap.detail() + ")";
        String sentence = switch (gap.reason()) {
            case MISSING ->
                "A part of the recording has not arrived" + detail
                        + "; until the next full picture only changes of what was there before are shown.";
            case UNREADABLE ->
                "A part of the recording could not be read" + detail
                        + "; until the next full picture only changes of what was there before are shown.";
            case CAPPED -> "The recording reached its bound" + detail + " and ends here.";
        };
        gaps.add(new TapeGap(clock(gap.at()), TapeGap.NEVER, TapeGap.reason(gap), sentence));
    }

    private int clock(long epochMs) {
        return (int) Math.max(0, Math.min(epochMs - document.startedAt(), Integer.MAX_VALUE));
    }
}
