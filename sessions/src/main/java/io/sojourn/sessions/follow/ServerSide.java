package io.sojourn.sessions.follow;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Ids;
import io.sojourn.sessions.kept.ServerFact;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads batches that a site's own server wrote. They hold no visit. */
final class ServerSide {
    private ServerSide() {}

    static boolean wrote(LogRecord entry) {
        try {
            return Batch.parseFrom(entry.batch().duplicate()).getServerSide();
        } catch (InvalidProtocolBufferException notABatch) {
            return false;
        }
    }

    static List<ServerFact> read(LogRecord entry, LaneCaps caps) throws Undigestible {
        try {
            Batch batch = Batch.parseFrom(entry.batch().duplicate());
            EventList events = EventList.parseFrom(Payload.read(batch, caps).raw());
            List<ServerFact> facts = new ArrayList<>();
            for (Event event : events.getEventsList()) {
                if (event.hasServerEvent()) {
                    facts.add(new ServerFact(
                            entry.siteId(),
                            identity(batch, event, facts.size()),
                            id(batch.getSessionId()),
                            id(batch.getVisitorId()),
                            entry.receivedAt(),
                            event.getServerEvent()));
                }
            }
            return facts;
        } catch (InvalidProtocolBufferException notABatch) {
            throw new Undigestible("not a batch");
        }
    }

    /** The site's own key names it; without one the batch does, which a retry repeats. */
    private static long identity(Batch batch, Event event, int number) {
        String key = event.getServerEvent().getKey();
        return key.isEmpty()
                ? Ids.of(
                        "told",
                        HexFormat.of().formatHex(batch.getDocumentId().toByteArray()),
                        Lane.ANALYSIS + " " + batch.getSequence() + " " + number)
                : Ids.of("told", "key", key);
    }

    private static @Nullable Id128 id(ByteString bytes) {
        return bytes.size() == Id128.BYTES ? Id128.of(bytes) : null;
    }
}
