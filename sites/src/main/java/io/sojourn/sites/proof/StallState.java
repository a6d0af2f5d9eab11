package io.sojourn.sites.proof;

import java.util.Arrays;
import java.util.Locale;

/** How people stand to a stall (SIGNALS 11.8). */
public enum StallState {
    /** Nobody said anything yet. */
    NEW,
    /** Somebody saw it. */
    ACKNOWLEDGED,
    /** Said to be mended by a release; the figures have not spoken. */
    FIXED,
    /** The figures agree with that (SIGNALS 11.7). */
    VERIFIED,
    /** It was mended, or said to be, and is back. */
    REOPENED,
    /** Not to be shown or told of for now; ends by itself. */
    MUTED;

    /** As it stands in the API and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with a sentence */
    public static StallState ofKey(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no state \"" + key + "\". There are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(StallState::key).toList()) + "."));
    }
}
