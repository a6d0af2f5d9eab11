package io.sojourn.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a recorded session, as docs/api.md shows it. Moments are ms since the session's start.
 *
 * @param live whether more may still come
 * @param idle stretches longer than five seconds without a sign of the visitor
 */
public record Contents(
        long durationMs,
        boolean live,
        List<RecordedDocument> documents,
        List<OnScreen> screen,
        List<Mark> marks,
        List<Idle> idle,
        List<Missing> gaps) {
    public Contents {
        documents = List.copyOf(documents);
        screen = List.copyOf(screen);
        marks = List.copyOf(marks);
        idle = List.copyOf(idle);
        gaps = List.copyOf(gaps);
    }

    /**
     * A document that can be seen.
     *
     * @param id 16 hex digits
     * @param tab 16 hex digits
     * @param clockMs the moment of {@code Event.at = 0}; may be negative
     * @param url empty when unknown
     * @param width of the first viewport in CSS px, 0 when unknown
     * @param keyframes moments from which it can be drawn without what comes before
     */
    public record RecordedDocument(
            String id,
            String tab,
            long clockMs,
            long startsAtMs,
            long endsAtMs,
            String url,
            int width,
            int height,
            List<Long> keyframes) {
        public RecordedDocument {
            keyframes = List.copyOf(keyframes);
        }
    }

    /**
     * From {@code fromMs} on the visitor looked at this document, in whichever tab, until the next of these.
     *
     * @param document 16 hex digits
     */
    public record OnScreen(long fromMs, String document) {}

    /**
     * Something that happened.
     *
     * @param kind {@code page}, {@code click}, {@code input}, {@code submit}, {@code goal}, {@code error}, {@code request} or
     *     {@code signal}
     * @param page path of the page it happened on, absent when unknown
     * @param document 16 hex digits; empty when unknown
     * @param dead a click that was watched and led to nothing
     * @param signal the kind of a sign of friction, absent for everything else
     * @param lostMs what the sign of friction cost
     */
    public record Mark(
            long atMs,
            String kind,
            String label,
            @Nullable String page,
            String document,
            boolean dead,
            @Nullable String signal,
            long lostMs) {
        /** Anything but a sign of friction. */
        public Mark(long atMs, String kind, String label, @Nullable String page, String document, boolean dead) {
            this(atMs, kind, label, page, document, dead, null, 0);
        }
    }

    public record Idle(long fromMs, long toMs) {}

    /**
     * Something that was not seen.
     *
     * @param untilMs when all is seen again; absent when that never comes
     * @param reason one word
     * @param detail a sentence
     * @param document 16 hex digits, absent when it is the whole session's
     * @param lane {@code playback}: the picture, {@code analysis}: what was done, {@code asset}: one picture or font
     */
    public record Missing(
            long atMs,
            @Nullable Long untilMs,
            String reason,
            String detail,
            @Nullable String document,
            String lane) {}

    /** The document on the screen then; empty when there is none. */
    public String documentAt(long moment) {
        String found = screen.isEmpty() ? "" : screen.get(0).document();
        for (OnScreen shown : screen) {
            if (shown.fromMs() <= moment) {
                found = shown.document();
            }
        }
        return found;
    }
}
