package io.sojourn.sites.asset;

import org.jspecify.annotations.Nullable;

/**
 * What was found at which address, and when: a recording is shown with what stood there at its time. Addresses are kept as
 * hashes. Any thread.
 */
public interface AssetBook {
    /**
     * What one look at an address found.
     *
     * @param hash names the content, 32 hex digits; null when it could not be had
     * @param reason why not, as the end of a sentence; null when it could
     * @param firstAt epoch ms of the first look that found this
     * @param lastAt epoch ms of the last
     */
    record Entry(@Nullable String hash, @Nullable String reason, long firstAt, long lastAt) {}

    /** What stood there at that time, as near as is known; null when nobody ever looked. A content goes before a failure. */
    @Nullable
    Entry at(int siteId, String address, long moment);

    /** The last look; null when nobody ever looked. */
    @Nullable
    Entry last(int siteId, String address);

    void found(int siteId, String address, String hash, long now);

    void failed(int siteId, String address, String reason, long now);

    /** Forgets what was last seen before {@code before} (epoch ms). @return how many */
    int forget(long before);
}
