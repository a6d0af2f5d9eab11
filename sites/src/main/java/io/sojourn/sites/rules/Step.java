package io.sojourn.sites.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a visitor does that an owner can point at: looks at a page, presses an element, or does what the site itself named.
 *
 * @param value a pattern of paths; an element as {@code #id}, {@code [data-testid="pay"]} or its label; the name of an event
 */
public record Step(Kind kind, String value) {
    private static final int MAX_LENGTH = 300;

    public enum Kind {
        PAGE,
        ELEMENT,
        EVENT;

        /** The name on the outside. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException with a sentence for the owner */
        public static Kind ofKey(String key) {
            for (Kind kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("A step is a page, an element or an event, not \"" + key + "\".");
        }
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    public Step {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Say which " + kind.key() + ", in 1 to " + MAX_LENGTH + " characters.");
        }
        if (kind == Kind.PAGE) {
            new PathPattern(value); // only to check it
        }
    }

    /** Whether this is a pattern of paths that this one fits. */
    public boolean isPage(String path) {
        return kind == Kind.PAGE && new PathPattern(value).matches(path);
    }

    /** Whether this is an event of this name. */
    public boolean isEvent(String name) {
        return kind == Kind.EVENT && value.equals(name);
    }

    /** Whether this is an element with one of these names; absent ones are empty. @param testId as {@code data-testid=pay} */
    public boolean isElement(@Nullable String id, @Nullable String testId, @Nullable String label) {
        if (kind != Kind.ELEMENT) {
            return false;
        }
        if (value.startsWith("#")) {
            return id != null && value.substring(1).equals(id);
        }
        if (value.startsWith("[")) {
            return testId != null && value.equals(selector(testId));
        }
        return label != null && value.equalsIgnoreCase(label.strip());
    }

    private static String selector(String testId) {
        String[] pair = testId.split("=", 2);
        return pair.length == 2 ? "[" + pair[0] + "=\"" + pair[1] + "\"]" : "[data-testid=\"" + testId + "\"]";
    }
}
