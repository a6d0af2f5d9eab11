package io.sojourn.server.demo;

import io.sojourn.eventlog.wire.Event;
import java.util.function.LongUnaryOperator;

/**
 * The durations that events of one document tell of, as long as they are in a telling: whoever thinks longer before a field has
 * been in it for longer. One thread; events in the order they were sent.
 */
final class RetoldTimes {
    /** From ms of the recorded document to ms of the told one. */
    private final LongUnaryOperator moved;

    private long viewAt;
    private long focusAt = -1;

    RetoldTimes(LongUnaryOperator moved) {
        this.moved = moved;
    }

    /** @param told the event at its new time, its durations as recorded; they are set */
    void tell(Event event, Event.Builder told) {
        long at = Integer.toUnsignedLong(event.getAt());
        switch (event.getKindCase()) {
            case PAGE_VIEW -> viewAt = at;
            case ENGAGEMENT -> {
                double longer = longer(viewAt, at);
                told.getEngagementBuilder()
                        .setEngagedMs((int) (event.getEngagement().getEngagedMs() * longer))
                        .setVisibleMs((int) (event.getEngagement().getVisibleMs() * longer));
            }
            case SCROLL ->
                told.getScrollBuilder().setEngagedMs((int) (event.getScroll().getEngagedMs() * longer(viewAt, at)));
            case FIELD_FOCUS -> focusAt = at;
            case FIELD_BLUR ->
                told.getFieldBlurBuilder()
                        .setEngagedMs((int) (event.getFieldBlur().getEngagedMs() * longer(focusAt, at)));
            case FIELD_INPUT ->
                told.getFieldInputBuilder()
                        .setFirstAfterMs(since(event.getFieldInput().getFirstAfterMs()));
            case CLICK -> {
                int hovered = event.getClick().getHoveredMs();
                told.getClickBuilder().setHoveredMs(hovered == 0 ? 0 : span(Math.max(0, at - hovered), at));
            }
            default -> {}
        }
    }

    private int since(int firstAfterMs) {
        return focusAt < 0 ? firstAfterMs : span(focusAt, focusAt + firstAfterMs);
    }

    private double longer(long from, long to) {
        return from < 0 || to <= from ? 1 : (double) span(from, to) / (to - from);
    }

    private int span(long from, long to) {
        return (int) (moved.applyAsLong(to) - moved.applyAsLong(from));
    }
}
