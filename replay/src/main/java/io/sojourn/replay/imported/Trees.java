package io.sojourn.replay.imported;

import io.sojourn.replay.imported.Mirror.Twin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes rrweb's nodes in our language and gives each its twin. Recursive: the depth of its JSON is bounded. */
final class Trees {
    private static final int DOCUMENT = 0;
    private static final int DOCTYPE = 1;
    private static final int ELEMENT = 2;
    private static final int TEXT = 3;
    private static final int CDATA = 4;
    /** Our own kinds, as docs/playback.md numbers them. */
    private static final int HTML = 1;

    private static final int SVG = 2;
    private static final int OUR_TEXT = 4;
    private static final int OUR_COMMENT = 5;
    private static final int OUR_DOCTYPE = 6;
    private static final int OUR_DOCUMENT = 7;
    private static final int SHADOW = 8;

    private final Programs programs;
    private final Mirror mirror;
    private String base = "";

    Trees(Programs programs, Mirror mirror) {
        this.programs = programs;
        this.mirror = mirror;
    }

    void baseIs(String address) {
        base = address;
    }

    Twin describe(JsonNode node, @Nullable Twin parent) {
        int type = node.path("type").asInt(-1);
        return switch (type) {
            case DOCUMENT -> document(node);
            case DOCTYPE -> doctype(node);
            case ELEMENT -> element(node);
            default -> text(node, type == TEXT || type == CDATA, parent);
        };
    }

    private Twin twin(JsonNode node, String tag) {
        Twin twin = new Twin(node.path("id").asInt(0), programs.nextId(), tag);
        mirror.add(twin);
        return twin;
    }

    private Twin document(JsonNode node) {
        programs.numbers(OUR_DOCUMENT);
        programs.word(base);
        Twin document = twin(node, "");
        children(node, document, false);
        programs.numbers(0);
        return document;
    }

    private Twin doctype(JsonNode node) {
        programs.numbers(OUR_DOCTYPE);
        for (String part : List.of("name", "publicId", "systemId")) {
            String said = node.path(part).asString("");
            programs.word(said.isEmpty() ? null : said);
        }
        return twin(node, "");
    }

    /** What a sheet's element holds as text is drawn from its sheet instead. */
    private Twin text(JsonNode node, boolean isText, @Nullable Twin parent) {
        programs.numbers(isText ? OUR_TEXT : OUR_COMMENT);
        boolean silent = parent != null && parent.tag.equals("style");
        programs.word(silent ? "" : node.path("textContent").asString(""));
        return twin(node, "");
    }

    private Twin element(JsonNode node) {
        String tag = node.path("tagName").asString("span");
        programs.numbers(node.path("isSVG").asBoolean(false) ? SVG : HTML);
        programs.word(tag);
        Map<String, String> attributes = attributes(node, tag);
        programs.numbers(attributes.size());
        attributes.forEach((name, value) -> {
            programs.word(name);
            programs.word(value);
        });
        Twin element = twin(node, tag);
        element.style = attributes.get("style");
        element.value = attributes.get("value");
        if (node.path("isShadowHost").asBoolean(false)) {
            element.inner = shadow(node, element);
        }
        children(node, element, false);
        programs.numbers(0);
        return element;
    }

    private static Map<String, String> attributes(JsonNode node, String tag) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> given : node.path("attributes").properties()) {
            Attributes.of(tag, given.getKey(), given.getValue()).forEach((name, value) -> {
                if (value != null) {
                    all.put(name, value);
                }
            });
        }
        if (tag.equals("style") && !all.containsKey("=css")) {
            StringBuilder css = new StringBuilder();
            node.path("childNodes")
                    .forEach(child -> css.append(child.path("textContent").asString("")));
            all.put("=css", css.toString());
        }
        if (node.path("needBlock").asBoolean(false)) {
            all.put("=blocked", "1");
        }
        return all;
    }

    private Twin shadow(JsonNode host, Twin element) {
        programs.numbers(SHADOW);
        Twin root = new Twin(0, programs.nextId(), "");
        root.parent = element;
        children(host, root, true);
        programs.numbers(0);
        return root;
    }

    private void children(JsonNode node, Twin parent, boolean inShadow) {
        List<JsonNode> wanted = new ArrayList<>();
        for (JsonNode child : node.path("childNodes")) {
            // Documents have no shadow: what is marked there is marked because of where the document stands.
            boolean marked = child.path("isShadow").asBoolean(false)
                    && node.path("isShadowHost").asBoolean(false);
            if (marked == inShadow) {
                wanted.add(child);
            }
        }
        for (JsonNode child : wanted) {
            parent.append(describe(child, parent));
        }
    }

    /** A shadow root that comes alone, empty. */
    Twin emptyShadow(Twin host) {
        programs.numbers(2, host.ours, 0, SHADOW);
        Twin root = new Twin(0, programs.nextId(), "");
        programs.numbers(0);
        root.parent = host;
        host.inner = root;
        return root;
    }
}
