package io.sojourn.sites.heat;

import java.util.List;

/** The zones owners drew up. Any thread. */
public interface OwnZones {
    /** By name. */
    List<OwnZone> on(int siteId, String page);

    /** @throws IllegalArgumentException with a sentence when it will not do */
    OwnZone draw(int siteId, String page, String name, List<String> elements);

    /** @return false when the site has no such zone */
    boolean change(OwnZone zone);

    /** @return false when the site has no such zone */
    boolean remove(int siteId, String id);
}
