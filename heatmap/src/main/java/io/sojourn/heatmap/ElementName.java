package io.sojourn.heatmap;

/**
 * An element by its names.
 *
 * @param key the same on every page it stands on and in every release it was recognised in; lower-case hex
 * @param selector as near to a CSS selector as its fingerprint allows
 * @param label what a visitor reads on it; visitor text, hostile until shown otherwise
 * @param fingerprint the fields of the wire's Element as a JSON object, empty when unknown
 * @param matchedBy what it was recognised by in a later release, empty when it never had to be
 */
public record ElementName(String key, String selector, String label, String fingerprint, String matchedBy) {
    public static ElementName unknown(String key) {
        return new ElementName(key, "", "", "", "");
    }
}
