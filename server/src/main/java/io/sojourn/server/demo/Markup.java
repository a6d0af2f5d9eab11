package io.sojourn.server.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the shop's templates: {@code {{name}}} takes text and escapes it, {@code {{{name}}}} takes HTML as it is. */
final class Markup {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private Markup() {}

    /** @throws IllegalArgumentException when the template asks for a word that was not given */
    static String fill(String template, Map<String, String> words) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1) != null ? word(words, place.group(1)) : escape(word(words, place.group(2)))));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String word(Map<String, String> words, String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("the template asks for {{" + name + "}}");
        }
        return word;
    }
}
