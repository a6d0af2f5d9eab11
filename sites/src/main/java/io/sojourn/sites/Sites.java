package io.sojourn.sites;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sites of this installation. Any thread; {@link #byKey} and {@link #byId} are answered from memory. */
public interface Sites {
    /** @throws IllegalArgumentException with a sentence for the owner when the name or the origins will not do */
    Site create(String name, List<Origin> origins, Consent consent);

    /**
     * Gives a site another name, other origins or another answer about consent; key and line stay. The next batch is held to it.
     *
     * @return the site as it is now
     * @throws IllegalArgumentException with a sentence for the owner, as {@link #create}, and when there is no such site
     */
    Site change(int id, String name, List<Origin> origins, Consent consent);

    /** In the order they were made. */
    List<Site> all();

    @Nullable
    Site byKey(String key);

    @Nullable
    Site byId(int id);

    /** Notes the first accepted batch; later calls for the same site change nothing. */
    void firstEvent(int siteId, long epochMillis);
}
