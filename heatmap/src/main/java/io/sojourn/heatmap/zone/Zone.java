package io.sojourn.heatmap.zone;

import java.util.Set;

/**
 * Elements of a page taken together.
 *
 * @param id stays when the page changes, as long as the zone's place in its structure does
 * @param name a landmark, a path, or what its owner calls it; visitor text may be in it
 * @param elements keys, as a map names its elements
 * @param items of a list: how many of its like siblings were seen; 0 for others
 */
public record Zone(String id, String name, Origin origin, Set<String> elements, int items) {
    public Zone {
        elements = Set.copyOf(elements);
    }

    public enum Origin {
        /** like siblings */
        LIST,
        /** a landmark of the page */
        REGION,
        /** drawn up by an owner */
        OWN
    }
}
