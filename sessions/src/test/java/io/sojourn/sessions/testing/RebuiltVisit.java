package io.sojourn.sessions.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.wire.KeptBatch;
import io.sojourn.sessions.rebuild.SessionRebuilder;
import io.sojourn.sessions.rebuild.UserAgents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Records straight to a session, without a log or a disk between. */
final class RebuiltVisit {
    /** Reading the list of browsers takes most of a second, so all tests share it. */
    static final SessionRebuilder REBUILDER = new SessionRebuilder(new UserAgents());

    private RebuiltVisit() {}

    static Optional<Session> of(int siteId, Id128 id, Lane lane, List<LogRecord> records) {
        LongSummaryStatistics received = new LongSummaryStatistics();
        LongSummaryStatistics delay = new LongSummaryStatistics();
        List<KeptBatch> batches = new ArrayList<>();
        for (LogRecord entry : records) {
            Batch batch = parse(entry);
            received.accept(entry.receivedAt());
            delay.accept(entry.receivedAt() - batch.getSentAt());
            if (batch.getLane() == lane) {
                batches.add(kept(entry, batch));
            }
        }
        KeptSession kept = new KeptSession(
                new SessionKey(siteId, id),
                received.getMin(),
                received.getMax(),
                delay.getMin(),
                LaneTotals.NONE,
                LaneTotals.NONE,
                true,
                1,
                0);
        return REBUILDER.rebuild(kept, lane, batches);
    }

    private static KeptBatch kept(LogRecord entry, Batch batch) {
        Batch raw = batch.toBuilder()
                .setCodec(Codec.RAW)
                .setPayload(inflated(batch))
                .build();
        return KeptBatch.newBuilder()
                .setReceivedAt(entry.receivedAt())
                .setUserAgent(entry.userAgent())
                .setBatch(raw.toByteString())
                .build();
    }

    private static Batch parse(LogRecord entry) {
        try {
            return Batch.parseFrom(entry.batch().duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteString inflated(Batch batch) {
        if (batch.getCodec() == Codec.RAW) {
            return batch.getPayload();
        }
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(batch.getPayload().toByteArray()))) {
            return ByteString.readFrom(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
