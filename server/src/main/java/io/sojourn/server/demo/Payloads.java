package io.sojourn.server.demo;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.EventList;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs and unpacks the payload of a batch. */
final class Payloads {
    private static final int LARGEST = 16 << 20;

    private Payloads() {}

    /** @throws IllegalArgumentException when the payload is not what its batch says */
    static EventList unpack(Batch batch) {
        try {
            return EventList.parseFrom(
                    batch.getCodec() == Codec.DEFLATE ? inflate(batch.getPayload()) : batch.getPayload());
        } catch (InvalidProtocolBufferException | DataFormatException e) {
            throw new IllegalArgumentException("the payload cannot be read", e);
        }
    }

    /** The header with these events as its payload, deflated at a {@link Deflater} level. */
    static byte[] pack(Batch header, EventList events, int level) {
        return header.toBuilder()
                .setCodec(Codec.DEFLATE)
                .setPayload(deflate(events.toByteArray(), level))
                .build()
                .toByteArray();
    }

    private static ByteString inflate(ByteString deflated) throws DataFormatException {
        Inflater inflater = new Inflater();
        try (ByteString.Output out = ByteString.newOutput()) {
            inflater.setInput(deflated.toByteArray());
            byte[] piece = new byte[1 << 14];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 || out.size() > LARGEST) {
                    throw new DataFormatException("cut short or too large");
                }
                out.write(piece, 0, length);
            }
            return out.toByteString();
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        } finally {
            inflater.end();
        }
    }

    private static ByteString deflate(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteString.Output out = ByteString.newOutput(plain.length / 3 + 64);
            byte[] piece = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteString();
        } finally {
            deflater.end();
        }
    }
}
