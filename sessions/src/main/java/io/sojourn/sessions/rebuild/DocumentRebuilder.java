package io.sojourn.sessions.rebuild;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.TimedEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of one document together, which come in order and without copies. */
final class DocumentRebuilder {
    private final ServerTime time;
    private final long startedAt;
    private final List<TimedEvent> events = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long expected;

    private DocumentRebuilder(ServerTime time, long startedAt) {
        this.time = time;
        this.startedAt = startedAt;
    }

    static Document rebuild(List<Piece> pieces, ServerTime time) {
        Piece first = pieces.get(0);
        long startedAt = time.of(first.header().getPageStartedAt());
        DocumentRebuilder document = new DocumentRebuilder(time, startedAt);
        pieces.forEach(document::add);
        return new Document(
                first.identity().document(), tab(first.header().getTabId()), startedAt, document.events, document.gaps);
    }

    private static long tab(ByteString id) {
        return id.size() == Long.BYTES ? ByteBuffer.wrap(id.toByteArray()).getLong() : 0;
    }

    private void add(Piece piece) {
        if (piece.sequence() > expected) {
            gap(Gap.Reason.MISSING, missing(expected, piece.sequence() - 1));
        }
        expected = piece.sequence() + 1;
        if (piece.unreadable()) {
            gap(Gap.Reason.UNREADABLE, piece.kept().getUnreadable());
        }
        for (Event event : piece.events().getEventsList()) {
            events.add(new TimedEvent(time.clamp(startedAt + Integer.toUnsignedLong(event.getAt())), event));
        }
    }

    private static String missing(long from, long to) {
        return from == to ? "batch " + from + " is missing" : "batches " + from + " to " + to + " are missing";
    }

    private void gap(Gap.Reason reason, String detail) {
        long at = events.isEmpty() ? startedAt : events.get(events.size() - 1).at();
        gaps.add(new Gap(events.size(), at, reason, detail));
    }
}
