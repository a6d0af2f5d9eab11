package io.sojourn.sites.agent;

import java.util.Locale;

/** How much of a page's own text may be read. What visitors type never is, whichever is chosen. */
public enum Masking {
    /** Words, but neither digits nor e-mail addresses. */
    BALANCED,
    /** No letter. */
    STRICT,
    /** All but what looks like a card's number. */
    RELAXED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    public static Masking ofKey(String key) {
        for (Masking masking : values()) {
            if (masking.key().equals(key)) {
                return masking;
            }
        }
        throw new IllegalArgumentException("\"masking\" is \"balanced\", \"strict\" or \"relaxed\".");
    }
}
