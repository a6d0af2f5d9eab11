package io.sojourn.journey.stall;

import io.sojourn.journey.signal.FormField;
import io.sojourn.journey.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What on a page somebody stalled at: an element, a form or a field of it, or something about the page itself.
 *
 * @param about what it is: {@code element}, {@code form}, or a word for the page: {@code slow}, {@code missing}, {@code search} …
 */
record Subject(
        String about, @Nullable Long element, @Nullable FormField field) {
    static final String ELEMENT = "element";
    static final String FORM = "form";
    static final String SOFT = "soft";
    /** A form, as far as it asks for what was given before: its failures are another place. */
    static final String AGAIN = "again";

    static Subject of(Signal signal) {
        return switch (signal.kind()) {
            case SLOW_VIEW, LEFT_LOADING, FREEZE -> page("slow");
            case PAGE_LOOP -> page("loop");
            case ZERO_RESULT, FILTER_ZERO -> page("search");
            case POGO -> page("list");
            case NO_PROGRESS -> page("progress");
            case ASKED_TWICE -> new Subject(AGAIN, null, signal.field());
            case NOT_FOUND -> signal.element() == null ? page("missing") : element(signal.element());
            default -> {
                if (signal.field() != null) {
                    yield new Subject(FORM, null, signal.field());
                }
                yield signal.element() == null ? page("page") : element(signal.element());
            }
        };
    }

    boolean sameForm(Signal signal) {
        return field != null && signal.field() != null && signal.field().form().equals(field.form());
    }

    static Subject page(String about) {
        return new Subject(about, null, null);
    }

    static Subject element(Long element) {
        return new Subject(ELEMENT, element, null);
    }

    static Subject form(String form) {
        return new Subject(FORM, null, FormField.whole(form));
    }
}
