package io.sojourn.sites.share;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links to moments of visits. Any thread. Only a hash of a link's token is kept, so a link is told once. */
public interface Shares {
    /** A share and the token that opens it. */
    record Created(Share share, String token) {}

    /**
     * @param lastsMs how long the link opens
     * @throws IllegalArgumentException with a sentence when that is under a minute or over 90 days
     */
    Created create(int siteId, String session, long atMs, String by, long lastsMs);

    /** Those that still open, the newest first. */
    List<Share> of(int siteId, String session);

    /** Null when the token never was one, when its time is over, or when it was revoked. */
    @Nullable
    Share opened(String token);

    /** @return whether there was one */
    boolean revoke(int siteId, String id);

    /** Everything about an erased session, views included. */
    void forget(int siteId, String session);
}
