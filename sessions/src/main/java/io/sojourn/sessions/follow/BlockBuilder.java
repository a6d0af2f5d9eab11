package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.SeenBatch;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.kept.wire.Block;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the new batches of one lane of one session and writes them as blocks of about 8 MB or less. One thread. */
final class BlockBuilder {
    private static final long ENOUGH_BYTES = 8L << 20;

    private final SessionKey key;
    private final Lane lane;
    private final SegmentFolder segments;
    private final Consumer<KeptBlock> out;
    private final List<SeenBatch> seen = new ArrayList<>();
    private Block.Builder block = Block.newBuilder();
    private long bytes;

    BlockBuilder(SessionKey key, Lane lane, SegmentFolder segments, Consumer<KeptBlock> out) {
        this.key = key;
        this.lane = lane;
        this.segments = segments;
        this.out = out;
    }

    void add(SeenBatch identity, KeptBatch batch) {
        seen.add(identity);
        block.addBatches(batch);
        bytes += batch.getBatch().size();
        if (bytes >= ENOUGH_BYTES) {
            write();
        }
    }

    void write() {
        if (seen.isEmpty()) {
            return;
        }
        block.setSite(key.siteId()).setSession(key.id().toByteString());
        BlockAddress address = segments.append(lane, block.build());
        out.accept(new KeptBlock(key, address, seen));
        block = Block.newBuilder();
        seen.clear();
        bytes = 0;
    }
}
