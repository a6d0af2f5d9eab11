package io.sojourn.server.testing;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** Batches as tests read them. */
public final class DecodedBatch {
    private DecodedBatch() {}

    /** The payload's plain bytes: a serialized EventList. */
    public static byte[] payload(Batch batch) throws IOException {
        byte[] payload = batch.getPayload().toByteArray();
        return batch.getCodec() == Codec.RAW
                ? payload
                : new InflaterInputStream(new ByteArrayInputStream(payload)).readAllBytes();
    }
}
