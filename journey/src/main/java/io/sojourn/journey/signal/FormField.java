package io.sojourn.journey.signal;

/** A form and, unless {@code key} is empty, one field of it; names that carry no content (SIGNALS 6.1). */
public record FormField(String form, String key) {
    public static FormField whole(String form) {
        return new FormField(form, "");
    }
}
