package io.sojourn.sites.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people, and later the figures, say of each stall. Nothing written is ever changed. Any thread. */
public interface StallBook {
    /** Who speaks when a verification changes a state. */
    String THE_FIGURES = "figures";

    /** A mute ends by itself after this long at most (SIGNALS 11.8). */
    Duration LONGEST_MUTE = Duration.ofDays(30);

    /**
     * What is said.
     *
     * @param assignee null leaves it as it is, empty takes it away
     * @param release null leaves it as it is; needed for {@link StallState#FIXED}
     * @param mutedUntil epoch ms; needed for {@link StallState#MUTED}
     */
    record Word(
            StallState state,
            @Nullable String assignee,
            @Nullable String release,
            @Nullable Long mutedUntil,
            @Nullable String note) {}

    /**
     * @return how the stall stands now
     * @throws IllegalArgumentException with a sentence when the word does not hold together
     */
    StallStep say(int siteId, String stall, Word word, String by);

    /** How each stall stands of which anything was said, by its id. */
    Map<String, StallStep> standing(int siteId);

    /** All that was said of one stall, oldest first. */
    List<StallStep> history(int siteId, String stall);
}
