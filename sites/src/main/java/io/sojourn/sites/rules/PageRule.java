package io.sojourn.sites.rules;

/**
 * The owner's word on which pages are one page. Rules are tried in order; the first that matches names the page.
 *
 * @param pattern which paths
 * @param name what reports call them all; the pattern itself where the owner gave no name
 */
public record PageRule(PathPattern pattern, String name) {
    private static final int MAX_NAME = 200;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public PageRule {
        name = name.isBlank() ? pattern.toString() : name.strip();
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name of a page has at most " + MAX_NAME + " characters.");
        }
    }
}
