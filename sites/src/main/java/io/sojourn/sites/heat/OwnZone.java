package io.sojourn.sites.heat;

import java.util.List;

/**
 * A part of a page that an owner wants judged as one.
 *
 * @param id 32 hex digits
 * @param page a template or a path, as the heatmap of it was asked for
 * @param elements keys of elements, as a map names them: lower-case hex
 */
public record OwnZone(String id, int siteId, String page, String name, List<String> elements) {
    public static final int MOST_ELEMENTS = 500;
    private static final int MAX_NAME = 120;
    private static final int MAX_PAGE = 512;

    /** @throws IllegalArgumentException with a sentence for whoever drew it */
    public OwnZone {
        name = name.strip();
        elements = List.copyOf(elements);
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("Give the zone a name of 1 to " + MAX_NAME + " characters.");
        }
        if (page.isEmpty() || page.length() > MAX_PAGE) {
            throw new IllegalArgumentException("Say which page the zone is on.");
        }
        if (elements.isEmpty() || elements.size() > MOST_ELEMENTS) {
            throw new IllegalArgumentException("A zone has 1 to " + MOST_ELEMENTS + " elements.");
        }
        for (String element : elements) {
            if (!element.matches("[0-9a-f]{1,16}")) {
                throw new IllegalArgumentException("\"" + element + "\" is not the key of an element.");
            }
        }
    }
}
