package io.sojourn.sites.rules;

import java.util.regex.Pattern;

/**
 * A path an owner wrote, with {@code *} for anything within one segment and {@code **} for any rest: {@code /shop/*}/{@code
 * reviews}, {@code /help/**}. Upper and lower case differ, as they do in addresses. Any thread.
 */
public final class PathPattern {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_STARS = 12;

    private final String text;
    private final Pattern pattern;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public PathPattern(String text) {
        if (!text.startsWith("/") || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A pattern of paths begins with / and has at most " + MAX_LENGTH
                    + " characters; \"" + text + "\" does not fit.");
        }
        // Each star may try every length, so many of them cost much.
        if (text.chars().filter(letter -> letter == '*').count() > MAX_STARS || text.contains("***")) {
            throw new IllegalArgumentException("\"" + text + "\" has too many stars.");
        }
        this.text = text;
        this.pattern = Pattern.compile(regex(text));
    }

    private static String regex(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("/**", i) && i + 3 == text.length()) {
                return regex.append("(?:/.*)?").toString();
            }
            if (text.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (text.charAt(i) == '*') {
                regex.append("[^/]+");
            } else {
                regex.append(Pattern.quote(text.substring(i, i + 1)));
            }
        }
        return regex.toString();
    }

    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
