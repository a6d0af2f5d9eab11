package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Doctypes;
import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes nodes as rrweb serializes them. */
final class NodeJson {
    private final JsonGenerator json;

    NodeJson(JsonGenerator json) {
        this.json = json;
    }

    /** One node with everything in it, but without the documents of frames. Iterative: a visitor chose how deep it is. */
    void tree(Node top) {
        int frame = Family.frame(top);
        begin(top, frame);
        Node open = top;
        @Nullable Node child = first(top);
        while (true) {
            if (child != null) {
                begin(child, frame);
                open = child;
                child = first(child);
                continue;
            }
            end();
            Node host = Family.parent(open);
            if (open == top || host == null) {
                return;
            }
            child = next(open, host);
            open = host;
        }
    }

    /** One node without its children. */
    void alone(Node node) {
        begin(node, Family.frame(node));
        end();
    }

    private void begin(Node node, int frame) {
        json.writeStartObject();
        json.writeNumberProperty("id", node.id());
        if (frame != 0 && frame != node.id()) {
            json.writeNumberProperty("rootId", frame);
        }
        if (Family.isInShadow(node)) {
            json.writeBooleanProperty("isShadow", true);
        }
        switch (node.kind()) {
            case HTML, SVG, MATHML -> element(node);
            case TEXT, COMMENT -> {
                json.writeNumberProperty("type", node.kind() == Kind.TEXT ? Rrweb.NODE_TEXT : Rrweb.NODE_COMMENT);
                json.writeStringProperty("textContent", node.value());
            }
            case DOCTYPE -> doctype(node);
            default -> document(node);
        }
        json.writeArrayPropertyStart("childNodes");
    }

    private void end() {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void element(Node element) {
        json.writeNumberProperty("type", Rrweb.NODE_ELEMENT);
        json.writeStringProperty("tagName", element.name());
        json.writeObjectPropertyStart("attributes");
        AttributeJson.all(element, json);
        json.writeEndObject();
        if (element.kind() == Kind.SVG) {
            json.writeBooleanProperty("isSVG", true);
        }
        if (element.attribute("=blocked") != null) {
            json.writeBooleanProperty("needBlock", true);
        }
        Node inner = element.inner();
        if (inner != null && inner.kind() == Kind.SHADOW_ROOT) {
            json.writeBooleanProperty("isShadowHost", true);
        }
    }

    private void doctype(Node doctype) {
        String publicId = doctype.attribute(Doctypes.PUBLIC_ID);
        String systemId = doctype.attribute(Doctypes.SYSTEM_ID);
        json.writeNumberProperty("type", Rrweb.NODE_DOCTYPE);
        json.writeStringProperty("name", doctype.name());
        json.writeStringProperty("publicId", publicId == null ? "" : publicId);
        json.writeStringProperty("systemId", systemId == null ? "" : systemId);
    }

    private void document(Node document) {
        json.writeNumberProperty("type", Rrweb.NODE_DOCUMENT);
        Node first = document.first();
        if (first != null && first.kind() == Kind.HTML) {
            json.writeStringProperty("compatMode", "BackCompat"); // no doctype: browsers lay it out as in the nineties
        }
    }

    private static @Nullable Node first(Node node) {
        Node inner = node.inner();
        if (inner != null && inner.kind() == Kind.SHADOW_ROOT && inner.first() != null) {
            return inner.first();
        }
        return Family.showsChildren(node) ? node.first() : null;
    }

    private static @Nullable Node next(Node node, Node host) {
        if (node.next() != null) {
            return node.next();
        }
        return Family.isInShadow(node) && Family.showsChildren(host) ? host.first() : null;
    }
}
