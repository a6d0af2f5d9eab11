package io.sojourn.replay.imported;

import io.sojourn.eventlog.wire.EventList;
import java.util.List;

/**
 * A recording in our language.
 *
 * @param startedAt epoch ms of {@code Event.at = 0}, by the clock of the recording
 * @param lastsMs from there to the last event
 * @param playback events of the PLAYBACK lane, cut for sending
 * @param analysis events of the ANALYSIS lane: which pages were seen
 * @param read how many rrweb events there were
 * @param skipped how many of them, or of their parts, have no place here
 * @param notes sentences about what was left out
 */
public record ImportedVisit(
        long startedAt,
        long lastsMs,
        List<EventList> playback,
        List<EventList> analysis,
        int read,
        int skipped,
        List<String> notes) {
    public ImportedVisit {
        playback = List.copyOf(playback);
        analysis = List.copyOf(analysis);
        notes = List.copyOf(notes);
    }
}
