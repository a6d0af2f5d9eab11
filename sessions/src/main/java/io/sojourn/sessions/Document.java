package io.sojourn.sessions;

import java.util.List;

/**
 * One document load in one tab: a stream of events in the order they happened.
 *
 * @param id the wire's document_id as a number
 * @param tab the wire's tab_id as a number
 * @param startedAt epoch ms of the page's time origin, clock-corrected
 * @param gaps where batches are missing or could not be read, in order
 */
public record Document(long id, long tab, long startedAt, List<TimedEvent> events, List<Gap> gaps) {
    public Document {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }
}
