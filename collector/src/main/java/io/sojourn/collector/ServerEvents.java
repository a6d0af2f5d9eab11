package io.sojourn.collector;

import io.sojourn.eventlog.wire.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON a site's server sends, {@code {"events": [...]}} or one event alone, and names every mistake in it. */
final class ServerEvents {
    static final int MAX_EVENTS = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_PROPERTIES = 50;
    private static final int MAX_VALUE = 500;
    private static final int MAX_MISTAKES = 20;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern VISITOR = Pattern.compile("[0-9a-f]{32}");
    private static final List<String> FIELDS =
            List.of("type", "name", "userKey", "visitorId", "key", "happenedAt", "value", "currency", "properties");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /** @param at where, like {@code events[2].value} @param problem a sentence, of our own words only */
    record Mistake(String at, String problem) {}

    /** @param visitor 32 hex digits, null when the event names none */
    record Told(ServerEvent event, @Nullable String visitor) {}

    private ServerEvents() {}

    static ServerEvents read(byte[] json) {
        ServerEvents events = new ServerEvents();
        try {
            events.document(MAPPER.readTree(json));
        } catch (JacksonException notJson) {
            events.mistake("", "this is not JSON");
        }
        return events;
    }

    /** What is wrong; empty when everything may be kept. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    List<Told> told() {
        return told;
    }

    private void document(JsonNode document) {
        JsonNode list = document.get("events");
        if (list == null) {
            event("", document);
        } else if (!list.isArray() || list.isEmpty() || list.size() > MAX_EVENTS) {
            mistake("events", "is a list of 1 to " + MAX_EVENTS + " events");
        } else {
            for (int i = 0; i < list.size(); i++) {
                event("events[" + i + "].", list.get(i));
            }
        }
    }

    private void event(String at, JsonNode event) {
        if (!event.isObject()) {
            mistake(at, "an event is an object");
            return;
        }
        for (String name : event.propertyNames()) {
            if (!FIELDS.contains(name)) {
                mistake(at, "only " + String.join(", ", FIELDS) + " are known");
                break;
            }
        }
        ServerEvent.Builder read = ServerEvent.newBuilder()
                .setType(matching(at, event, "type", TYPE, true, "is a word like order, call, touch or goal"))
                .setName(text(at, event, "name", false))
                .setUserKey(text(at, event, "userKey", false))
                .setKey(text(at, event, "key", true))
                .setHappenedAt(time(at, event))
                .setValue(value(at, event))
                .setCurrency(matching(at, event, "currency", CURRENCY, false, "is a code like EUR"));
        properties(at, event.get("properties"), read);
        String visitor =
                matching(at, event, "visitorId", VISITOR, false, "has 32 hex digits, as sojourn('status') says");
        told.add(new Told(read.build(), visitor.isEmpty() ? null : visitor));
    }

    private String text(String at, JsonNode event, String field, boolean needed) {
        JsonNode node = event.get(field);
        if (node == null || node.isNull()) {
            if (needed) {
                mistake(at + field, "is missing");
            }
            return "";
        }
        if (!node.isString()
                || node.asString().length() > MAX_NAME
                || (needed && node.asString().isEmpty())) {
            mistake(at + field, "is a text of up to " + MAX_NAME + " characters");
            return "";
        }
        return node.asString();
    }

    private String matching(String at, JsonNode event, String field, Pattern pattern, boolean needed, String problem) {
        String text = text(at, event, field, needed);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            mistake(at + field, problem);
            return "";
        }
        return text;
    }

    /** Not ours to fill in: a retry has to say the same again. */
    private long time(String at, JsonNode event) {
        JsonNode node = event.get("happenedAt");
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() <= 0) {
            mistake(at + "happenedAt", "is the time it happened, in epoch milliseconds");
            return 0;
        }
        return node.asLong();
    }

    private double value(String at, JsonNode event) {
        JsonNode node = event.get("value");
        if (node == null || node.isNull()) {
            return 0;
        }
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            mistake(at + "value", "is a number");
            return 0;
        }
        return node.asDouble();
    }

    private void properties(String at, @Nullable JsonNode node, ServerEvent.Builder event) {
        if (node == null || node.isNull()) {
            return;
        }
        if (!node.isObject() || node.size() > MAX_PROPERTIES) {
            mistake(
                    at + "properties",
                    "is an object of up to " + MAX_PROPERTIES + " texts, numbers or yes-and-no values");
            return;
        }
        // In the order of their names, so that a retry makes the same bytes.
        new TreeSet<>(node.propertyNames()).forEach(name -> property(at, name, node.get(name), event));
    }

    private void property(String at, String name, JsonNode value, ServerEvent.Builder event) {
        String text = value.isValueNode() ? value.asString("") : "";
        if (name.length() > MAX_NAME || !value.isValueNode() || text.length() > MAX_VALUE) {
            mistake(
                    at + "properties",
                    "has names of up to " + MAX_NAME + " and values of up to " + MAX_VALUE + " characters");
        } else if (!value.isNull()) {
            event.putProperties(name, text);
        }
    }

    private void mistake(String at, String problem) {
        if (mistakes.size() < MAX_MISTAKES) {
            mistakes.add(new Mistake(at, problem));
        }
    }
}
