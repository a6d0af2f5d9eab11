package io.sojourn.replay.imported;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What rrweb's attributes are called here; what it invents begins with {@code rr_} or {@code _}. */
final class Attributes {
    private static final Pattern PIXELS = Pattern.compile("(-?[0-9]{1,7}(\\.[0-9]{1,4})?)[0-9]*(px)?");
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*([a-zA-Z-]+)\\s*:((?:[^;\"'(]|\"[^\"]*\"|'[^']*'|\\((?:[^)\"']|\"[^\"]*\"|'[^']*')*\\))*);?");

    private Attributes() {}

    /** Our names and values for one of its attributes; a null value removes. Empty when it has no place here. */
    static Map<String, @Nullable String> of(String tag, String name, JsonNode given) {
        String value = text(given);
        Map<String, @Nullable String> ours = new LinkedHashMap<>();
        switch (name) {
            case "_cssText" -> put(ours, tag.equals("style") || tag.equals("link"), "=css", value);
            case "rr_width" -> ours.put("=width", pixels(value));
            case "rr_height" -> ours.put("=height", pixels(value));
            case "rr_scrollLeft" -> ours.put("=x", pixels(value));
            case "rr_scrollTop" -> ours.put("=y", pixels(value));
            case "rr_dataURL" -> put(ours, tag.equals("img"), "src", value);
            case "rr_open_mode" -> put(ours, "modal".equals(value), "=modal", "1");
            case "value" -> put(ours, true, tag.equals("input") || tag.equals("textarea") ? "=value" : "value", value);
            case "checked" -> put(ours, true, tag.equals("input") ? "=checked" : "checked", flag(given));
            case "selected" -> put(ours, true, tag.equals("option") ? "=selected" : "selected", flag(given));
            default -> put(ours, !name.startsWith("rr_") && !name.startsWith("="), name, value);
        }
        return ours;
    }

    private static void put(Map<String, @Nullable String> ours, boolean fits, String name, @Nullable String value) {
        if (fits) {
            ours.put(name, value);
        }
    }

    /** True is an attribute without a value, false is none. */
    private static @Nullable String text(JsonNode given) {
        if (given.isBoolean()) {
            return given.asBoolean() ? "" : null;
        }
        return given.isString() || given.isNumber() ? given.asString() : null;
    }

    private static @Nullable String flag(JsonNode given) {
        boolean off = given.isNull() || given.isBoolean() && !given.asBoolean();
        return off ? null : "1";
    }

    private static @Nullable String pixels(@Nullable String value) {
        Matcher number = PIXELS.matcher(value == null ? "" : value);
        return number.matches() ? number.group(1) : null;
    }

    /** The style attribute after some of its declarations changed: {@code {"color": "red", "top": ["1px", "important"], "left": false}}. */
    static String restyled(@Nullable String style, JsonNode changes) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Matcher each = DECLARATION.matcher(style == null ? "" : style);
        while (each.find()) {
            declarations.put(each.group(1), each.group(2).strip());
        }
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            JsonNode to = change.getValue();
            if (to.isArray()) {
                declarations.put(
                        change.getKey(),
                        to.path(0).asString("") + " !" + to.path(1).asString("important"));
            } else if (to.isString()) {
                declarations.put(change.getKey(), to.asString());
            } else {
                declarations.remove(change.getKey());
            }
        }
        StringBuilder restyled = new StringBuilder();
        declarations.forEach((name, value) ->
                restyled.append(name).append(": ").append(value).append("; "));
        return restyled.toString().strip();
    }
}
