package io.sojourn.sessions.rebuild;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rebuilds a session from its batches: a pure function of them, whatever their order or repeats. Any thread. */
public final class SessionRebuilder {
    private static final Comparator<Document> BY_START =
            Comparator.comparingLong(Document::startedAt).thenComparing(Document::id, Long::compareUnsigned);

    private final ClientReader clients;

    public SessionRebuilder(UserAgents agents) {
        clients = new ClientReader(agents);
    }

    /** @param batches all of one lane; empty when there are none */
    public Optional<Session> rebuild(KeptSession kept, Lane lane, List<KeptBatch> batches) {
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> pieces = withoutCopies(batches);
        List<Document> documents = documents(pieces, ServerTime.of(kept));
        markCapped(documents, kept.totals(lane).capped());
        return Optional.of(new Session(
                kept.key().siteId(),
                kept.key().id(),
                lane,
                visitor(pieces),
                startOf(documents),
                endOf(documents),
                kept.ended(),
                clients.read(pieces.get(0).kept().getUserAgent(), documents),
                documents));
    }

    private static List<Piece> withoutCopies(List<KeptBatch> batches) {
        List<Piece> sorted =
                batches.stream().map(Piece::read).sorted(Piece.ORDER).toList();
        List<Piece> pieces = new ArrayList<>(sorted.size());
        for (Piece piece : sorted) {
            if (pieces.isEmpty()
                    || !piece.identity().equals(pieces.get(pieces.size() - 1).identity())) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static List<Document> documents(List<Piece> pieces, ServerTime time) {
        List<Document> documents = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i == pieces.size()
                    || pieces.get(i).identity().document()
                            != pieces.get(from).identity().document()) {
                documents.add(DocumentRebuilder.rebuild(pieces.subList(from, i), time));
                from = i;
            }
        }
        documents.sort(BY_START);
        return documents;
    }

    /** Nothing of a capped batch is kept but that it came, so the gap stands at the end. */
    private static void markCapped(List<Document> documents, int capped) {
        if (capped == 0) {
            return;
        }
        Document last = documents.get(documents.size() - 1);
        List<Gap> gaps = new ArrayList<>(last.gaps());
        String detail = "the visit went on past its cap: " + capped + (capped == 1 ? " batch was" : " batches were")
                + " not kept";
        gaps.add(new Gap(last.events().size(), endOf(List.of(last)), Gap.Reason.CAPPED, detail));
        documents.set(documents.size() - 1, new Document(last.id(), last.tab(), last.startedAt(), last.events(), gaps));
    }

    private static @Nullable Id128 visitor(List<Piece> pieces) {
        for (Piece piece : pieces) {
            ByteString id = piece.header().getVisitorId();
            if (id.size() == Id128.BYTES) {
                return Id128.of(id);
            }
        }
        return null;
    }

    private static long startOf(List<Document> documents) {
        return documents.stream()
                .mapToLong(document -> document.events().stream()
                        .mapToLong(TimedEvent::at)
                        .min()
                        .orElse(document.startedAt()))
                .min()
                .orElseThrow();
    }

    private static long endOf(List<Document> documents) {
        return documents.stream()
                .mapToLong(document -> document.events().stream()
                        .mapToLong(TimedEvent::at)
                        .max()
                        .orElse(document.startedAt()))
                .max()
                .orElseThrow();
    }
}
