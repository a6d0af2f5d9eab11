package io.sojourn.sessions.follow;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.Position;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Ids;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BatchIdentity;
import io.sojourn.sessions.kept.SeenBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log whose header could be read; its payload has not been looked at.
 *
 * @param behind the place in the log just behind this record
 */
record ReceivedBatch(LogRecord entry, Position behind, Batch batch, SessionKey key, BatchIdentity identity) {

    static ReceivedBatch read(LogRecord entry, Position behind) throws Undigestible {
        try {
            Batch batch = Batch.parseFrom(entry.batch().duplicate());
            checkLane(batch.getLane());
            SessionKey key = new SessionKey(entry.siteId(), Id128.of(batch.getSessionId()));
            return new ReceivedBatch(entry, behind, batch, key, BatchIdentity.of(batch));
        } catch (InvalidProtocolBufferException notABatch) {
            throw new Undigestible("not a batch");
        } catch (IllegalArgumentException wrongLength) {
            throw new Undigestible("an id has the wrong length");
        }
    }

    private static void checkLane(Lane lane) throws Undigestible {
        if (lane != Lane.ANALYSIS && lane != Lane.PLAYBACK) {
            throw new Undigestible("unknown lane");
        }
    }

    Lane lane() {
        return identity.lane();
    }

    /** Absent when the visitor's browser keeps no id. */
    @Nullable
    Id128 visitor() {
        return batch.getVisitorId().size() == Id128.BYTES ? Id128.of(batch.getVisitorId()) : null;
    }

    /** Tells a retry, which repeats its payload byte for byte, from another payload under the same identity. */
    SeenBatch seen() {
        byte[] codec = Integer.toString(batch.getCodecValue()).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content =
                ByteBuffer.allocate(codec.length + 1 + batch.getPayload().size());
        content.put(codec).put((byte) ' ');
        batch.getPayload().copyTo(content);
        return new SeenBatch(identity, Ids.of(content.flip()));
    }

    long delayMs() {
        return entry.receivedAt() - Math.max(0, Math.min(batch.getSentAt(), Long.MAX_VALUE / 4));
    }

    int bytes() {
        return entry.batch().remaining();
    }
}
