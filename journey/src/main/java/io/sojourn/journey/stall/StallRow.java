package io.sojourn.journey.stall;

import io.sojourn.eventlog.Id128;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stall as the facts have it.
 *
 * @param visit names the visit among {@link Steps}
 * @param place what on which page
 * @param engagedAtMs engaged on that page when it began
 * @param visitStartedAt epoch ms
 */
public record StallRow(
        long visit,
        Id128 session,
        long visitStartedAt,
        Place place,
        String kind,
        String kinds,
        Cause cause,
        String outcome,
        long startedAt,
        long endedAt,
        int engagedAtMs,
        int ownMs,
        int longestMs,
        boolean comparable,
        boolean movedOn,
        boolean goal,
        boolean goalBefore,
        boolean ended,
        boolean recorded,
        String evidence) {

    /** Where: a template and what on it. */
    public record Place(
            String template,
            String about,
            @Nullable Long element,
            String selector,
            String label,
            String form,
            String field,
            String fingerprint) {
        /** The same place, whatever was written on the element when. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && template.equals(place.template)
                    && about.equals(place.about)
                    && Objects.equals(element, place.element)
                    && form.equals(place.form)
                    && field.equals(place.field);
        }

        @Override
        public int hashCode() {
            return Objects.hash(template, about, element, form, field);
        }

        /** The same in every run. */
        public String id() {
            return String.format(
                    "%016x",
                    io.sojourn.sessions.Ids.of(
                            "stall", template, about, element == null ? "" : Long.toHexString(element), form, field));
        }
    }

    boolean lost(Loss loss) {
        return loss == Loss.GOAL ? !goal : !goal && !movedOn;
    }
}
