package io.sojourn.sites.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of each site. Any thread. */
public interface Releases {
    /**
     * @param liveAt epoch ms, not in the future by more than a day
     * @throws IllegalArgumentException with a sentence when the name or the time will not do, or the site has a release of this
     *     name at this time
     */
    Release mark(int siteId, String name, long liveAt, @Nullable String note, String by);

    /** The newest first. */
    List<Release> of(int siteId);

    @Nullable
    Release byId(int siteId, String id);

    /** Takes a mark back. Stalls that were said to be mended by it are open again. */
    void remove(int siteId, String id, String by);
}
