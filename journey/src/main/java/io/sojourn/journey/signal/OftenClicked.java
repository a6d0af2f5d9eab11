package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Element;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is clicked many times on purpose (SIGNALS 4.1, "suppress"): text that one selects, steppers, pages turned one by one,
 * canvases. As far as a fingerprint tells; a label that is hidden for privacy tells nothing.
 */
final class OftenClicked {
    private static final Set<String> TAGS = Set.of("textarea", "canvas", "video", "audio", "embed", "object");
    private static final Set<String> ROLES = Set.of("textbox", "searchbox", "slider", "spinbutton", "scrollbar");
    /** Inputs that are pressed or ticked; all others are typed into, dragged or stepped. */
    private static final Set<String> PRESSED =
            Set.of("button", "submit", "reset", "image", "checkbox", "radio", "file", "color");

    private static final Set<String> SYMBOLS = Set.of("+", "-", "\u2212", "\u2013", "<", ">");
    private static final Pattern WORDS = Pattern.compile("\\b(next|prev|previous)\\b");

    private OftenClicked() {}

    static boolean is(Element element) {
        String label = element.getLabel().strip().toLowerCase(Locale.ROOT);
        return TAGS.contains(element.getTag())
                || ROLES.contains(element.getRole())
                || isTypedOrStepped(element)
                || SYMBOLS.contains(label)
                || WORDS.matcher(label).find();
    }

    private static boolean isTypedOrStepped(Element element) {
        return element.getTag().equals("input") && !PRESSED.contains(element.getType());
    }
}
