package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.nio.ByteBuffer;

/**
 * What a retry repeats, within one session.
 *
 * @param document the wire's document_id as a number
 * @param sequence an unsigned 32-bit number
 */
public record BatchIdentity(Lane lane, long document, int sequence) {
    /** @throws IllegalArgumentException unless the document id has 8 bytes */
    public static BatchIdentity of(Batch batch) {
        return new BatchIdentity(batch.getLane(), documentOf(batch), batch.getSequence());
    }

    private static long documentOf(Batch batch) {
        ByteBuffer id = batch.getDocumentId().asReadOnlyByteBuffer();
        if (id.remaining() != Long.BYTES) {
            throw new IllegalArgumentException("a document id has 8 bytes, not " + id.remaining());
        }
        return id.getLong();
    }
}
