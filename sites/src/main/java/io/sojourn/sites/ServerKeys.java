package io.sojourn.sites;

import org.jspecify.annotations.Nullable;

/**
 * The secrets by which sites' own servers are known, at most one for each site. Any thread; {@link #siteOf} is answered from
 * memory. Only hashes are kept.
 */
public interface ServerKeys {
    /** Makes a new key; the one before it, if any, is worth nothing from now on. @return the key, which is shown only once */
    String renew(int siteId);

    /** Takes the site's key away; nothing happens when it has none. */
    void revoke(int siteId);

    /** The site whose key this is, or null. */
    @Nullable
    Integer siteOf(String key);

    /** When the site's key was made, epoch ms; null when it has none. */
    @Nullable
    Long since(int siteId);
}
