package io.sojourn.sites.agent;

import java.util.List;

/**
 * Which elements, by CSS selectors. Whether a browser understands one only a browser knows: one it does not understand changes
 * nothing there, and the others stay.
 */
public record Selectors(List<String> each) {
    public static final Selectors NONE = new Selectors(List.of());

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public Selectors {
        each = each.stream().map(String::strip).distinct().toList();
        if (each.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " selectors of a kind.");
        }
        for (String selector : each) {
            if (selector.isEmpty()
                    || selector.length() > LONGEST
                    || selector.chars().anyMatch(Selectors::isNever)) {
                throw new IllegalArgumentException("This is not a CSS selector of at most " + LONGEST
                        + " characters: \"" + selector.substring(0, Math.min(selector.length(), LONGEST)) + "\".");
            }
        }
    }

    private static boolean isNever(int letter) {
        return letter < ' ' || "{};<".indexOf(letter) >= 0;
    }
}
