package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Attributes under the names rrweb gives them. */
final class AttributeJson {
    private AttributeJson() {}

    static void all(Node element, JsonGenerator json) {
        element.eachAttribute((name, value) -> {
            String theirs = name(element, name);
            if (theirs != null && !isReplaced(element, name)) {
                write(theirs, value, json);
            }
        });
    }

    /** Their name for the attribute; null when they have none. */
    static @Nullable String name(Node element, String name) {
        if (!name.startsWith("=")) {
            return name.startsWith("rr_") || name.equals("_cssText") ? null : name;
        }
        return switch (name) {
            case "=value" -> "value";
            case "=checked" -> "checked";
            case "=selected" -> "selected";
            case "=css" -> isEmptyLink(element) ? null : "_cssText";
            case "=width" -> isUnseen(element) ? "rr_width" : null;
            case "=height" -> isUnseen(element) ? "rr_height" : null;
            case "=x" -> "rr_scrollLeft";
            case "=y" -> "rr_scrollTop";
            case "=modal" -> "rr_open_mode";
            default -> null;
        };
    }

    /** Whether the state of the element says it better. */
    private static boolean isReplaced(Node element, String name) {
        return switch (name) {
            case "value" -> element.attribute("=value") != null;
            case "checked" -> element.isElement("input");
            case "selected" -> element.isElement("option");
            case "popover" -> element.attribute("=popover") != null;
            default -> false;
        };
    }

    private static void write(String name, String value, JsonGenerator json) {
        switch (name) {
            case "rr_scrollLeft", "rr_scrollTop" -> json.writeNumberProperty(name, Double.parseDouble(value));
            case "rr_width", "rr_height" -> json.writeStringProperty(name, value + "px");
            case "rr_open_mode" -> json.writeStringProperty(name, "modal");
            case "checked", "selected" -> json.writeBooleanProperty(name, true);
            default -> json.writeStringProperty(name, value);
        }
    }

    private static boolean isEmptyLink(Node element) {
        String css = element.attribute("=css");
        return element.isElement("link") && (css == null || css.isEmpty());
    }

    private static boolean isUnseen(Node element) {
        return element.attribute("=blocked") != null || element.attribute("src") == null;
    }
}
