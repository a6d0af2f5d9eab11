package io.sojourn.sessions;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit as one lane tells it: a pure function of its batches, whatever their order or repeats.
 *
 * @param lane which half of the wire this was read from
 * @param visitor absent when the visitor's browser keeps no id
 * @param startedAt epoch ms of the first event, clock-corrected
 * @param endedAt epoch ms of the last event
 * @param ended whether no more is expected (30 minutes without a sign of life)
 * @param documents in the order they started
 */
public record Session(
        int siteId,
        Id128 id,
        Lane lane,
        @Nullable Id128 visitor,
        long startedAt,
        long endedAt,
        boolean ended,
        Client client,
        List<Document> documents) {
    public Session {
        documents = List.copyOf(documents);
    }

    /** All page views of all documents by start time. Meaningful for the ANALYSIS lane. */
    public List<PageVisit> pageVisits() {
        return PageVisit.of(this);
    }
}
