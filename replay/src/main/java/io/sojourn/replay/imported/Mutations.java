package io.sojourn.replay.imported;

import io.sojourn.replay.imported.Mirror.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Carries over what rrweb calls a mutation: removes, adds, texts, attributes, in this order. */
final class Mutations {
    private static final int DOCUMENT = 0;

    private final Programs programs;
    private final Mirror mirror;
    private final Trees trees;
    private int skipped;

    Mutations(Programs programs, Mirror mirror, Trees trees) {
        this.programs = programs;
        this.mirror = mirror;
        this.trees = trees;
    }

    int skipped() {
        return skipped;
    }

    void carryOver(JsonNode mutation) {
        mutation.path("removes")
                .forEach(remove -> remove(mirror.find(remove.path("id").asInt(0))));
        adds(mutation.path("adds"));
        mutation.path("texts").forEach(this::text);
        mutation.path("attributes").forEach(this::attributes);
    }

    private void remove(@Nullable Twin twin) {
        if (twin == null) {
            return; // it went with what it stood in
        }
        programs.numbers(3, twin.ours);
        mirror.remove(twin);
    }

    /** They come in no order that would do: one waits for the one it stands before, or in. */
    private void adds(JsonNode adds) {
        List<JsonNode> waiting = new ArrayList<>();
        adds.forEach(waiting::add);
        while (!waiting.isEmpty()) {
            List<JsonNode> still = new ArrayList<>();
            for (JsonNode add : waiting) {
                if (!add(add)) {
                    still.add(add);
                }
            }
            if (still.size() == waiting.size()) {
                skipped += still.size();
                return;
            }
            waiting = still;
        }
    }

    private boolean add(JsonNode add) {
        Twin host = mirror.find(add.path("parentId").asInt(0));
        JsonNode node = add.path("node");
        if (host == null) {
            return false;
        }
        Twin known = mirror.find(node.path("id").asInt(0));
        if (node.path("type").asInt(-1) == DOCUMENT) {
            framed(host, node);
            return true;
        }
        Twin parent = node.path("isShadow").asBoolean(false) && !host.tag.isEmpty() ? shadowOf(host) : host;
        JsonNode nextId = add.path("nextId");
        Twin next = nextId.isNumber() ? mirror.find(nextId.asInt()) : null;
        if (nextId.isNumber() && (next == null || next.parent != parent)) {
            return false;
        }
        if (known != null) {
            remove(known);
        }
        Twin previous = next == null ? parent.last : next.previous;
        programs.numbers(2, parent.ours, previous == null ? 0 : previous.ours);
        parent.insert(trees.describe(node, parent), previous);
        return true;
    }

    private Twin shadowOf(Twin host) {
        return host.inner != null ? host.inner : trees.emptyShadow(host);
    }

    private void framed(Twin frame, JsonNode document) {
        if (frame.inner != null) {
            remove(frame.inner);
        }
        programs.numbers(2, frame.ours, 0);
        Twin inside = trees.describe(document, frame);
        inside.parent = frame;
        frame.inner = inside;
    }

    private void text(JsonNode text) {
        Twin twin = mirror.find(text.path("id").asInt(0));
        if (twin == null) {
            skipped++;
            return;
        }
        String value = text.path("value").asString("");
        if (twin.parent != null && twin.parent.tag.equals("style")) {
            programs.attribute(twin.parent.ours, "=css", value);
        } else {
            programs.numbers(6, twin.ours);
            programs.word(value);
        }
    }

    private void attributes(JsonNode change) {
        Twin twin = mirror.find(change.path("id").asInt(0));
        if (twin == null) {
            skipped++;
            return;
        }
        for (Map.Entry<String, JsonNode> each : change.path("attributes").properties()) {
            JsonNode value = each.getValue();
            if (each.getKey().equals("style")) {
                twin.style = value.isObject()
                        ? Attributes.restyled(twin.style, value)
                        : value.isNull() ? null : value.asString("");
                programs.attribute(twin.ours, "style", twin.style);
            } else {
                Attributes.of(twin.tag, each.getKey(), value)
                        .forEach((name, ours) -> programs.attribute(twin.ours, name, ours));
            }
        }
    }
}
