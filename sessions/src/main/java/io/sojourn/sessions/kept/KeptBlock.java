package io.sojourn.sessions.kept;

import io.sojourn.sessions.SessionKey;
import java.util.List;

/** A block, whose it is and which batches it holds: one row of the index. */
public record KeptBlock(SessionKey key, BlockAddress address, List<SeenBatch> batches) {
    public KeptBlock {
        batches = List.copyOf(batches);
    }
}
