package io.sojourn.sessions.follow;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.EventList;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The payload of a batch, inflated and known to parse as an {@link EventList}.
 *
 * @param events how many
 */
record Payload(ByteString raw, int events) {

    /** Bounds are kept while reading, so that a small batch cannot ask for much memory. */
    static Payload read(Batch batch, LaneCaps caps) throws Undigestible {
        ByteString raw = inflated(batch, caps.payloadBytes());
        try {
            int events = count(raw, caps.payloadEvents());
            EventList.parseFrom(raw);
            return new Payload(raw, events);
        } catch (IOException garbage) {
            throw new Undigestible("the payload is not a list of events");
        }
    }

    private static ByteString inflated(Batch batch, int most) throws Undigestible {
        if (batch.getCodec() == Codec.RAW) {
            return batch.getPayload();
        }
        if (batch.getCodec() == Codec.DEFLATE) {
            return inflate(batch.getPayload(), most);
        }
        throw new Undigestible("unknown codec");
    }

    private static ByteString inflate(ByteString deflated, int most) throws Undigestible {
        Inflater inflater = new Inflater();
        try (ByteString.Output raw = ByteString.newOutput(4 * deflated.size())) {
            inflater.setInput(deflated.toByteArray());
            byte[] part = new byte[16 << 10];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 && !inflater.finished()) {
                    throw new Undigestible("the payload ends too early");
                }
                if (raw.size() + length > most) {
                    throw new Undigestible("the payload is too large");
                }
                raw.write(part, 0, length);
            }
            return raw.toByteString();
        } catch (DataFormatException | IOException garbage) {
            throw new Undigestible("the payload does not inflate");
        } finally {
            inflater.end();
        }
    }

    /** Fields a newer agent may have put beside the events count like events: they cost as much. */
    private static int count(ByteString raw, int most) throws IOException, Undigestible {
        CodedInputStream input = raw.newCodedInput();
        int events = 0;
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            input.skipField(tag);
            if (++events > most) {
                throw new Undigestible("the payload has too many events");
            }
        }
        return events;
    }
}
