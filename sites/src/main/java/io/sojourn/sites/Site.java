package io.sojourn.sites;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A web site that is recorded.
 *
 * @param id small and never used again
 * @param key public; stands in the pasted line
 * @param origins where batches may come from
 * @param createdAt epoch ms
 * @param firstEventAt epoch ms of the first batch ever accepted, null before it
 */
public record Site(
        int id,
        String key,
        String name,
        List<Origin> origins,
        Consent consent,
        long createdAt,
        @Nullable Long firstEventAt) {
    public Site {
        origins = List.copyOf(origins);
    }

    /** Whether the site's owner named this value of an Origin header. */
    public boolean allows(String origin) {
        for (Origin allowed : origins) {
            if (allowed.text().equals(origin)) {
                return true;
            }
        }
        return false;
    }
}
