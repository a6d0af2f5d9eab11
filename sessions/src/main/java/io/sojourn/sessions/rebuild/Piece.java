package io.sojourn.sessions.rebuild;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.sessions.kept.BatchIdentity;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.util.Comparator;

/** One kept batch, read. Pieces order by document, then by sequence; of two copies the one received first comes first. */
record Piece(KeptBatch kept, Batch header, BatchIdentity identity, EventList events) {
    static final Comparator<Piece> ORDER = Comparator.comparingLong((Piece piece) -> piece.identity.document())
            .thenComparing(Piece::sequence)
            .thenComparingLong(piece -> piece.kept.getReceivedAt());

    static Piece read(KeptBatch kept) {
        try {
            Batch header = Batch.parseFrom(kept.getBatch());
            return new Piece(kept, header, BatchIdentity.of(header), EventList.parseFrom(header.getPayload()));
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a kept batch was checked before it was kept and must parse", broken);
        }
    }

    long sequence() {
        return Integer.toUnsignedLong(identity.sequence());
    }

    boolean unreadable() {
        return !kept.getUnreadable().isEmpty();
    }
}
