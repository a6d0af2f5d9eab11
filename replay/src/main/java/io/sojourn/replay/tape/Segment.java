package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A stretch of a recording that can be drawn without what came before: its first event is a full snapshot, and its programs
 * count on from nothing. Kept compressed.
 *
 * @param from ms on the document's clock
 * @param repeated how many events at its beginning only repeat what earlier segments led to: a keyframe and the state
 *     around it; 0 when it begins with a snapshot of the recording itself
 */
record Segment(int from, int repeated, byte[] deflated) {
    private static final int LEVEL = 3;

    static Segment of(int from, int repeated, List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            EventList.newBuilder().addAllEvents(events).build().writeTo(out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        } finally {
            deflater.end();
        }
        return new Segment(from, repeated, bytes.toByteArray());
    }

    List<Event> events() {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return EventList.parseFrom(in).getEventsList();
        } catch (IOException ourOwnBytes) {
            throw new UncheckedIOException(ourOwnBytes);
        }
    }
}
