package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Writes what a program came to: one mutation, then the documents of new frames, then what was typed. */
final class MutationJson {
    private static final Set<String> TYPED = Set.of("=value", "=checked");

    private final JsonGenerator json;
    private final EventJson events;

    MutationJson(JsonGenerator json) {
        this.json = json;
        this.events = new EventJson(json);
    }

    void write(long at, Mutation mutation) {
        List<Mutation.Removal> removals = mutation.removals();
        List<Node> additions = mutation.additions();
        List<Node> texts = mutation.texts();
        Map<Node, Set<String>> attributes = mutation.attributes();
        if (!removals.isEmpty() || !additions.isEmpty() || !texts.isEmpty() || !attributes.isEmpty()) {
            events.incremental(at, Rrweb.SOURCE_MUTATION, () -> {
                texts(texts);
                attributes(attributes);
                removals(removals);
                additions(additions);
            });
        }
        mutation.frames().forEach(frame -> events.frame(at, frame));
        typed(attributes).forEach(field -> events.input(at, field));
    }

    private static List<Node> typed(Map<Node, Set<String>> attributes) {
        List<Node> fields = new ArrayList<>();
        attributes.forEach((node, names) -> {
            boolean field = node.isElement("input") || node.isElement("textarea");
            if (field && names.stream().anyMatch(TYPED::contains)) {
                fields.add(node);
            }
        });
        return fields;
    }

    private void texts(List<Node> texts) {
        json.writeArrayPropertyStart("texts");
        for (Node text : texts) {
            json.writeStartObject();
            json.writeNumberProperty("id", text.id());
            json.writeStringProperty("value", text.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void attributes(Map<Node, Set<String>> attributes) {
        json.writeArrayPropertyStart("attributes");
        attributes.forEach((node, names) -> {
            json.writeStartObject();
            json.writeNumberProperty("id", node.id());
            json.writeObjectPropertyStart("attributes");
            names.forEach(name -> attribute(node, name));
            json.writeEndObject();
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    /** What is typed follows as events of its own. */
    private void attribute(Node node, String name) {
        String theirs = AttributeJson.name(node, name);
        boolean typed = TYPED.contains(name) && !node.isElement("option");
        if (theirs == null || typed || theirs.startsWith("rr_scroll")) {
            return;
        }
        String value = node.attribute(name);
        if (value == null) {
            json.writeNullProperty(theirs);
        } else {
            json.writeStringProperty(
                    theirs, theirs.equals("rr_open_mode") ? "modal" : theirs.equals("selected") ? "" : value);
        }
    }

    private void removals(List<Mutation.Removal> removals) {
        json.writeArrayPropertyStart("removes");
        for (Mutation.Removal removal : removals) {
            json.writeStartObject();
            json.writeNumberProperty("parentId", removal.parent());
            json.writeNumberProperty("id", removal.id());
            if (removal.shadow()) {
                json.writeBooleanProperty("isShadow", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void additions(List<Node> additions) {
        json.writeArrayPropertyStart("adds");
        NodeJson nodes = new NodeJson(json);
        for (Node node : additions) {
            Node parent = Family.parent(node);
            Node next = node.next();
            json.writeStartObject();
            json.writeNumberProperty("parentId", parent == null ? 0 : parent.id());
            if (next == null) {
                json.writeNullProperty("nextId");
            } else {
                json.writeNumberProperty("nextId", next.id());
            }
            json.writeName("node");
            nodes.alone(node);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
