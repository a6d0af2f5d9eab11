package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Node;
import java.util.function.IntFunction;
import tools.jackson.core.JsonGenerator;

/** Writes single rrweb events. Moments are epoch ms. */
final class EventJson {
    private final JsonGenerator json;

    EventJson(JsonGenerator json) {
        this.json = json;
    }

    void meta(long at, String url, int width, int height) {
        event(at, Rrweb.META, () -> {
            json.writeStringProperty("href", url);
            json.writeNumberProperty("width", width);
            json.writeNumberProperty("height", height);
        });
    }

    void fullSnapshot(long at, Node root, int scrolledX, int scrolledY) {
        event(at, Rrweb.FULL_SNAPSHOT, () -> {
            json.writeName("node");
            new NodeJson(json).tree(root);
            json.writeObjectPropertyStart("initialOffset");
            json.writeNumberProperty("left", scrolledX);
            json.writeNumberProperty("top", scrolledY);
            json.writeEndObject();
        });
    }

    void incremental(long at, int source, Runnable data) {
        event(at, Rrweb.INCREMENTAL, () -> {
            json.writeNumberProperty("source", source);
            data.run();
        });
    }

    /** A mutation of one whole document inside its frame. */
    void frame(long at, Node document) {
        Node host = document.parent();
        if (host == null) {
            return;
        }
        incremental(at, Rrweb.SOURCE_MUTATION, () -> {
            empty("texts", "attributes", "removes");
            json.writeArrayPropertyStart("adds");
            json.writeStartObject();
            json.writeNumberProperty("parentId", host.id());
            json.writeNullProperty("nextId");
            json.writeName("node");
            new NodeJson(json).tree(document);
            json.writeEndObject();
            json.writeEndArray();
            json.writeBooleanProperty("isAttachIframe", true);
        });
    }

    void scroll(long at, int node, int x, int y) {
        incremental(at, Rrweb.SOURCE_SCROLL, () -> place(node, x, y));
    }

    void click(long at, int node, int x, int y) {
        incremental(at, Rrweb.SOURCE_MOUSE_INTERACTION, () -> {
            json.writeNumberProperty("type", Rrweb.CLICK);
            place(node, x, y);
        });
    }

    void viewport(long at, int width, int height) {
        incremental(at, Rrweb.SOURCE_VIEWPORT, () -> {
            json.writeNumberProperty("width", width);
            json.writeNumberProperty("height", height);
        });
    }

    /** @param steps of a path, from the first; each {x, y, ms since {@code at}} */
    void pointer(long at, int count, IntFunction<int[]> steps) {
        int last = steps.apply(count - 1)[2];
        incremental(at + last, Rrweb.SOURCE_MOUSE_MOVE, () -> {
            json.writeArrayPropertyStart("positions");
            for (int i = 0; i < count; i++) {
                int[] step = steps.apply(i);
                json.writeStartObject();
                place(1, step[0], step[1]);
                json.writeNumberProperty("timeOffset", step[2] - last);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    void input(long at, Node field) {
        String value = field.attribute("=value");
        String written = value == null ? field.attribute("value") : value;
        incremental(at, Rrweb.SOURCE_INPUT, () -> {
            json.writeNumberProperty("id", field.id());
            json.writeStringProperty("text", written == null ? "" : written);
            json.writeBooleanProperty("isChecked", field.attribute("=checked") != null);
        });
    }

    void empty(String... lists) {
        for (String list : lists) {
            json.writeArrayPropertyStart(list);
            json.writeEndArray();
        }
    }

    private void place(int node, int x, int y) {
        json.writeNumberProperty("id", node);
        json.writeNumberProperty("x", x);
        json.writeNumberProperty("y", y);
    }

    private void event(long at, int type, Runnable data) {
        json.writeStartObject();
        json.writeNumberProperty("type", type);
        json.writeObjectPropertyStart("data");
        data.run();
        json.writeEndObject();
        json.writeNumberProperty("timestamp", at);
        json.writeEndObject();
    }
}
