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
        List<Mark> marks,
        List<Idle> idle,
        List<Missing> gaps) {
    public Contents {
        documents = List.copyOf(documents);
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
     * Something the visitor did.
     *
     * @param kind {@code page}, {@code click}, {@code input}, {@code submit} or {@code goal}
     * @param page path of the page it happened on, absent when unknown
     * @param document 16 hex digits
     * @param dead a click that was watched and led to nothing
     */
    public record Mark(
            long atMs, String kind, String label, @Nullable String page, String document, boolean dead) {}

    public record Idle(long fromMs, long toMs) {}

    /**
     * Something that was not seen.
     *
     * @param reason one word
     * @param detail a sentence
     */
    public record Missing(long atMs, String reason, String detail) {}
}
