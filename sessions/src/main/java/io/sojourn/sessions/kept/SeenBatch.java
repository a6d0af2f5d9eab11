package io.sojourn.sessions.kept;

import io.sojourn.eventlog.wire.Lane;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch that was kept, as it is remembered for telling retries from new batches.
 *
 * @param digest of the payload as it came; another digest under the same identity is a sender's fault
 */
public record SeenBatch(BatchIdentity identity, long digest) {
    private static final int BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;

    /** The batches of one block, packed; they all belong to the block's lane. */
    public static byte[] pack(List<SeenBatch> batches) {
        ByteBuffer packed = ByteBuffer.allocate(batches.size() * BYTES);
        for (SeenBatch seen : batches) {
            packed.putLong(seen.identity.document())
                    .putInt(seen.identity.sequence())
                    .putLong(seen.digest);
        }
        return packed.array();
    }

    public static List<SeenBatch> unpack(Lane lane, byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        List<SeenBatch> batches = new ArrayList<>(bytes.length / BYTES);
        while (packed.remaining() >= BYTES) {
            BatchIdentity identity = new BatchIdentity(lane, packed.getLong(), packed.getInt());
            batches.add(new SeenBatch(identity, packed.getLong()));
        }
        return batches;
    }
}
