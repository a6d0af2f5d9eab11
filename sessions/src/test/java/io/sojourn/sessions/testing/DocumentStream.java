package io.sojourn.sessions.testing;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** One document's two lanes, cut into batches. */
final class DocumentStream {
    private final long id;
    private final long startedAt;
    private final Map<Lane, EventList.Builder> open = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> sequence = new EnumMap<>(Lane.class);
    private final List<LogRecord> records = new ArrayList<>();

    /** Puts what the visit knows around a batch. */
    interface Envelope {
        LogRecord around(Batch.Builder batch, long sentAt);
    }

    DocumentStream(long id, long startedAt) {
        this.id = id;
        this.startedAt = startedAt;
    }

    void add(Lane lane, Event.Builder event, long at) {
        open.computeIfAbsent(lane, first -> EventList.newBuilder()).addEvents(event.setAt((int) (at - startedAt)));
    }

    void cut(Envelope envelope, long sentAt) {
        open.forEach((lane, events) -> records.add(envelope.around(batch(lane, events.build()), sentAt)));
        open.clear();
    }

    private Batch.Builder batch(Lane lane, EventList events) {
        int number = sequence.merge(lane, 1, Integer::sum) - 1;
        boolean deflated = number % 2 == 1;
        return Batch.newBuilder()
                .setDocumentId(ByteString.copyFrom(
                        ByteBuffer.allocate(Long.BYTES).putLong(id).flip()))
                .setLane(lane)
                .setSequence(number)
                .setPageStartedAt(startedAt)
                .setCodec(deflated ? Codec.DEFLATE : Codec.RAW)
                .setPayload(deflated ? deflate(events.toByteArray()) : events.toByteString());
    }

    static ByteString deflate(byte[] raw) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(raw);
            deflater.finish();
            ByteString.Output out = ByteString.newOutput();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteString();
        } finally {
            deflater.end();
        }
    }

    List<LogRecord> records() {
        return records;
    }
}
