package io.sojourn.replay.html;

import io.sojourn.replay.dom.Node;
import java.util.Set;

/** Writes the attributes of an element, its state ({@code =name}) as the real attributes that show the same. */
final class AttributeWriter {
    /** Draws nothing, and has a box. */
    private static final String BLANK = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

    private static final Set<String> BOXES = Set.of("img", "video", "audio", "canvas", "iframe");

    private final StringBuilder out;

    AttributeWriter(StringBuilder out) {
        this.out = out;
    }

    void write(Node element) {
        element.eachAttribute((name, value) -> {
            if (name.startsWith("=")) {
                state(element, name, value);
            } else if (!isReplaced(element, name)) {
                Escape.attribute(name, name.equals("style") ? value + box(element) : value, out);
            }
        });
        String box = box(element);
        if (!box.isEmpty() && element.attribute("style") == null) {
            Escape.attribute("style", box.substring(1), out);
        }
        if (element.isElement("img") && element.attribute("src") == null) {
            Escape.attribute("src", BLANK, out);
        }
    }

    private void state(Node element, String name, String value) {
        switch (name) {
            case "=value" -> {
                if (element.isElement("input")) {
                    Escape.attribute("value", value, out);
                }
            }
            case "=checked" -> Escape.attribute("checked", "", out);
            case "=selected" -> Escape.attribute("selected", "", out);
            case "=modal" -> {
                Escape.attribute("data-sojourn-modal", "", out);
                if (element.isElement("dialog") && element.attribute("open") == null) {
                    Escape.attribute("open", "", out);
                }
            }
            case "=popover", "=blocked", "=indeterminate", "=gap", "=x", "=y" ->
                Escape.attribute("data-sojourn-" + name.substring(1), value.equals("1") ? "" : value, out);
            default -> {}
        }
    }

    /** Whether the state of the element says it better. */
    private static boolean isReplaced(Node element, String name) {
        return switch (name) {
            case "value" -> element.isElement("input") && element.attribute("=value") != null;
            case "checked" -> element.isElement("input");
            case "selected" -> element.isElement("option");
            case "popover" -> element.attribute("=popover") != null;
            default -> false;
        };
    }

    /** The recorded box of what is not shown itself; begins with a semicolon, empty when there is none. */
    private static String box(Node element) {
        String width = element.attribute("=width");
        String height = element.attribute("=height");
        boolean unseen = element.attribute("=blocked") != null
                || BOXES.contains(element.name()) && element.attribute("src") == null;
        return width == null || height == null || !unseen ? "" : box(width, height);
    }

    private static String box(String width, String height) {
        return ";box-sizing:border-box!important;width:" + width + "px!important;height:" + height + "px!important";
    }
}
