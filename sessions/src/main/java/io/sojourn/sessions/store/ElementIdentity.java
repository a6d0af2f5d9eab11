package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.sessions.Clipped;
import io.sojourn.sessions.Ids;

/**
 * What makes an element the same element in every visit, and how it is written for people. The strongest name there is
 * decides (SIGNALS 14): an id alone, a test id with its place (lists repeat test ids), or else the whole description.
 * Numbers in a label do not count, so that "Cart (3)" stays the cart; neither does whether it was disabled.
 */
record ElementIdentity(String key, Element fingerprint) {

    static ElementIdentity of(Element element) {
        Element clipped = clipped(element);
        return new ElementIdentity(
                keyOf(clipped), clipped.toBuilder().clearDisabled().build());
    }

    private static Element clipped(Element element) {
        Element.Builder clipped = element.toBuilder();
        element.getAllFields().forEach((field, value) -> {
            if (value instanceof String text) {
                clipped.setField(field, Clipped.to(FactRows.MAX_TEXT, text));
            }
        });
        return clipped.build();
    }

    private static String keyOf(Element element) {
        if (!element.getId().isEmpty()) {
            return joined("id", element.getTag(), element.getId());
        }
        if (!element.getTestId().isEmpty()) {
            return joined("test", element.getTag(), element.getTestId(), element.getNthPath());
        }
        return joined(
                "all",
                element.getTag(),
                element.getRole(),
                element.getLabel().replaceAll("\\d+", "#"),
                element.getName(),
                element.getType(),
                element.getHref(),
                element.getLandmark(),
                element.getClassPath(),
                element.getNthPath());
    }

    /** The same on every page the element stands on, unlike its id. */
    long id() {
        return Ids.of("identity", key);
    }

    private static String joined(String... words) {
        return String.join("\u001f", words);
    }

    /** As near to a CSS selector as the fingerprint allows. */
    String selector() {
        if (!fingerprint.getId().isEmpty()) {
            return "#" + fingerprint.getId();
        }
        if (!fingerprint.getTestId().isEmpty()) {
            String[] pair = fingerprint.getTestId().split("=", 2);
            return pair.length == 2 ? "[" + pair[0] + "=\"" + pair[1] + "\"]" : "[data-testid=\"" + pair[0] + "\"]";
        }
        if (!fingerprint.getClassPath().isEmpty()) {
            return fingerprint.getClassPath();
        }
        return fingerprint.getNthPath().isEmpty() ? fingerprint.getTag() : fingerprint.getNthPath();
    }
}
