package io.sojourn.sessions.follow;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.follow.OpenSession.Verdict;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.SeenBatch;
import io.sojourn.sessions.kept.SegmentFolder;
import io.sojourn.sessions.kept.SessionVisitor;
import io.sojourn.sessions.kept.SetAside;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes received batches into their sessions: copies are dropped, caps kept, what is new is written as blocks. One thread. */
final class Intake {
    private final SegmentFolder segments;
    private final Caps caps;
    private final FollowMetrics metrics;
    private final List<KeptBlock> blocks = new ArrayList<>();
    private final Set<SessionVisitor> visitors = new LinkedHashSet<>();
    private final List<SetAside> aside = new ArrayList<>();

    Intake(SegmentFolder segments, Caps caps, FollowMetrics metrics) {
        this.segments = segments;
        this.caps = caps;
        this.metrics = metrics;
    }

    /** @param batches of this session, in the order of the log */
    void take(OpenSession session, List<ReceivedBatch> batches) {
        BlockBuilder analysis = builder(session, Lane.ANALYSIS);
        BlockBuilder playback = builder(session, Lane.PLAYBACK);
        for (ReceivedBatch batch : batches) {
            take(session, batch, batch.lane() == Lane.PLAYBACK ? playback : analysis);
        }
        analysis.write();
        playback.write();
    }

    private BlockBuilder builder(OpenSession session, Lane lane) {
        return new BlockBuilder(session.key(), lane, segments, block -> {
            blocks.add(block);
            session.stands(block.address());
        });
    }

    private void take(OpenSession session, ReceivedBatch batch, BlockBuilder block) {
        SeenBatch seen = batch.seen();
        Verdict verdict = session.offer(seen);
        if (verdict == Verdict.NEW) {
            takeNew(session, batch, seen, block);
            return;
        }
        session.heard(batch);
        metrics.copy();
        if (verdict == Verdict.CONFLICT) {
            setAside(batch, "another payload under the same identity");
        }
    }

    private void takeNew(OpenSession session, ReceivedBatch batch, SeenBatch seen, BlockBuilder block) {
        LaneCaps lane = caps.of(batch.lane());
        LaneTotals totals = session.totals(batch.lane());
        if (caps.tooOld(session.firstReceivedAt(), batch.entry().receivedAt()) || lane.full(totals)) {
            cap(session, batch);
            return;
        }
        try {
            Payload payload = Payload.read(batch.batch(), lane);
            if (lane.full(totals, payload)) {
                cap(session, batch);
                return;
            }
            keep(session, batch, seen, payload);
            block.add(seen, kept(batch, payload.raw(), ""));
        } catch (Undigestible unreadable) {
            keep(session, batch, seen, new Payload(ByteString.EMPTY, 0));
            block.add(seen, kept(batch, ByteString.EMPTY, unreadable.reason()));
            setAside(batch, unreadable.reason());
        }
    }

    private void keep(OpenSession session, ReceivedBatch batch, SeenBatch seen, Payload payload) {
        session.heard(batch);
        session.keeps(seen, payload.raw().size(), payload.events());
        Id128 visitor = batch.visitor();
        if (visitor != null) {
            visitors.add(new SessionVisitor(session.key(), visitor));
        }
        metrics.kept();
    }

    private void cap(OpenSession session, ReceivedBatch batch) {
        session.caps(batch);
        metrics.capped();
    }

    private static KeptBatch kept(ReceivedBatch received, ByteString payload, String unreadable) {
        Batch raw = received.batch().toBuilder()
                .setCodec(Codec.RAW)
                .setPayload(payload)
                .build();
        return KeptBatch.newBuilder()
                .setReceivedAt(received.entry().receivedAt())
                .setUserAgent(received.entry().userAgent())
                .setBatch(raw.toByteString())
                .setUnreadable(unreadable)
                .build();
    }

    void setAside(ReceivedBatch batch, String reason) {
        setAside(new SetAside(batch.entry(), batch.behind(), reason));
    }

    void setAside(SetAside record) {
        aside.add(record);
        metrics.setAside(record.reason());
    }

    List<KeptBlock> blocks() {
        return blocks;
    }

    List<SessionVisitor> visitors() {
        return List.copyOf(visitors);
    }

    List<SetAside> aside() {
        return aside;
    }
}
