package io.sojourn.server.demo;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When in a recorded visit the page kept the visitor waiting: from a press to its answer, while a slow request ran, while a form
 * was sent. How long that takes is the site's doing, however slowly the visitor thinks. All in ms after the start.
 */
final class Waits {
    /** @param from ms after the visit's start */
    record Wait(long from, long to) {}

    private final List<Wait> waits = new ArrayList<>();

    Waits(RecordedVisit visit) {
        Map<ByteString, Map<Integer, Long>> presses = new HashMap<>();
        for (RecordedBatch batch : visit.batches()) {
            if (batch.header().getLane() == Lane.ANALYSIS) {
                long page = batch.header().getPageStartedAt() - visit.startedAt();
                Map<Integer, Long> pressed =
                        presses.computeIfAbsent(batch.header().getDocumentId(), first -> new HashMap<>());
                batch.events().getEventsList().forEach(event -> read(event, page, pressed));
            }
        }
    }

    private void read(Event event, long page, Map<Integer, Long> pressed) {
        long at = page + Integer.toUnsignedLong(event.getAt());
        switch (event.getKindCase()) {
            case CLICK -> {
                Click click = event.getClick();
                pressed.put(click.getId(), at - click.getPressedBeforeMs());
            }
            case CLICK_OUTCOME -> {
                ClickOutcome outcome = event.getClickOutcome();
                Long from = pressed.get(outcome.getClick());
                boolean silence = outcome.getResponse() == Response.NO_RESPONSE && !outcome.getPending();
                if (from != null && !silence) {
                    waits.add(new Wait(from, from + outcome.getAfterMs()));
                }
            }
            case SLOW_REQUEST ->
                waits.add(new Wait(at, at + event.getSlowRequest().getDurationMs()));
            case SUBMIT_RESULT ->
                waits.add(new Wait(at - event.getSubmitResult().getAfterMs(), at));
            default -> {}
        }
    }

    List<Wait> all() {
        return waits;
    }

    /** Whether all of a stretch of time was waiting. */
    boolean cover(long from, long to) {
        return waits.stream().anyMatch(wait -> wait.from() <= from && to <= wait.to());
    }
}
