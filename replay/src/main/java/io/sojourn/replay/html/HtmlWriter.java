package io.sojourn.replay.html;

import io.sojourn.replay.dom.Doctypes;
import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page as HTML that needs nothing but itself: state becomes attributes, sheets become {@code style} elements,
 * shadow roots become declarative ones, frames carry their document. The page must have been made safe before; the text
 * keeps it so whatever a parser makes of its nesting, because no element's raw text is written but that of clean sheets.
 */
public final class HtmlWriter {
    private static final Set<String> VOID =
            Set.of("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Set<String> TEXT_ONLY = Set.of("title", "textarea", "option");
    private static final int DEEPEST_FRAME = 4;

    private final Page page;
    private final int frames;
    private final StringBuilder out = new StringBuilder();
    private final AttributeWriter attributes = new AttributeWriter(out);

    private HtmlWriter(Page page, int frames) {
        this.page = page;
        this.frames = frames;
    }

    public static String write(Page page) {
        Node root = page.root();
        return root == null ? "" : new HtmlWriter(page, 0).document(root);
    }

    /** Iterative: a visitor chose how deep the page is. */
    private String document(Node top) {
        Node open = top;
        @Nullable Node child = firstDrawn(top);
        while (true) {
            if (child != null) {
                open(child);
                Node inside = firstDrawn(child);
                if (inside != null) {
                    open = child;
                    child = inside;
                } else {
                    close(child);
                    child = beside(child);
                }
            } else {
                Node host = open.parent();
                if (open == top || host == null) {
                    return out.toString();
                }
                close(open);
                child = beside(open);
                open = host;
            }
        }
    }

    /** What is written inside a node: nothing where an attribute says it all. */
    private static @Nullable Node firstDrawn(Node node) {
        if (!node.kind().isElement()) {
            return node.first();
        }
        if (VOID.contains(node.name()) || node.isElement("style") || node.isElement("iframe")) {
            return null;
        }
        if (node.isElement("textarea") && node.attribute("=value") != null || node.attribute("=blocked") != null) {
            return null;
        }
        boolean outOfSight = node.isElement("template");
        return node.inner() != null ? node.inner() : outOfSight ? null : node.first();
    }

    private static @Nullable Node beside(Node node) {
        Node host = node.parent();
        return node.kind().isInner() && host != null && !host.isElement("template") ? host.first() : node.next();
    }

    private void open(Node node) {
        switch (node.kind()) {
            case HTML, SVG, MATHML -> element(node);
            case TEXT -> text(node);
            case DOCTYPE -> doctype(node);
            case SHADOW_ROOT -> {
                out.append("<template shadowrootmode=\"open\">");
                adopted(node);
            }
            default -> {}
        }
    }

    private void close(Node node) {
        if (node.kind() == Kind.SHADOW_ROOT) {
            out.append("</template>");
        } else if (node.kind().isElement() && isWritten(node)) {
            if (node.isElement("head")) {
                adopted(documentOf(node));
            }
            if (!VOID.contains(node.name())) {
                out.append("</").append(node.name()).append('>');
            }
        }
    }

    private void element(Node element) {
        if (!isWritten(element)) {
            return;
        }
        if (isSheet(element)) {
            sheet(element);
            return;
        }
        out.append('<').append(element.name());
        attributes.write(element);
        if (element.isElement("iframe")) {
            frame(element);
        }
        out.append('>');
        if (element.isElement("head")) {
            out.append("<meta charset=\"utf-8\"><style>").append(BaseStyle.CSS).append("</style>");
        }
        String shown = element.isElement("textarea") ? element.attribute("=value") : null;
        if (shown != null) {
            out.append('\n'); // the parser drops one
            Escape.text(shown, out);
        }
    }

    /** Elements inside a title or an option would be read as its text. */
    private static boolean isWritten(Node element) {
        Node parent = element.parent();
        return parent == null || !parent.kind().isElement() || !TEXT_ONLY.contains(parent.name());
    }

    private static boolean isSheet(Node element) {
        return element.isElement("style") || element.isElement("link") && element.attribute("=css") != null;
    }

    private void sheet(Node owner) {
        String css = owner.attribute("=css");
        out.append("<style");
        if (owner.attribute("disabled") != null) {
            Escape.attribute("media", "not all", out);
        } else {
            attributes.write(owner);
        }
        out.append('>');
        if (owner.kind() == Kind.SVG) {
            Escape.text(css == null ? "" : css, out); // in SVG a parser reads it as text
        } else {
            out.append(css == null ? "" : css);
        }
        out.append(owner.isElement("link") ? "</style>" : "");
    }

    private void frame(Node element) {
        Node inside = element.inner();
        if (inside != null && frames < DEEPEST_FRAME) {
            Escape.attribute("sandbox", "", out);
            Escape.attribute("srcdoc", new HtmlWriter(page, frames + 1).document(inside), out);
        }
    }

    private void text(Node text) {
        Node parent = text.parent();
        boolean first = text.previous() == null && text.value().startsWith("\n");
        if (first && parent != null && (parent.isElement("pre") || parent.isElement("textarea"))) {
            out.append('\n'); // the parser drops one
        }
        Escape.text(text.value(), out);
    }

    private void doctype(Node doctype) {
        String publicId = doctype.attribute(Doctypes.PUBLIC_ID);
        String systemId = doctype.attribute(Doctypes.SYSTEM_ID);
        out.append("<!DOCTYPE ").append(doctype.name().isBlank() ? "html" : doctype.name());
        if (publicId != null && !publicId.isEmpty()) {
            out.append(" PUBLIC \"").append(publicId).append('"');
        }
        if (systemId != null && !systemId.isEmpty()) {
            out.append(publicId == null || publicId.isEmpty() ? " SYSTEM \"" : " \"")
                    .append(systemId)
                    .append('"');
        }
        out.append('>');
    }

    private void adopted(Node root) {
        List<Integer> numbers = page.adopted(root.id());
        if (numbers.isEmpty()) {
            return;
        }
        Map<Integer, String> sheets = page.sheets();
        for (int number : numbers) {
            out.append("<style data-sojourn-adopted>")
                    .append(sheets.getOrDefault(number, ""))
                    .append("</style>");
        }
    }

    private static Node documentOf(Node node) {
        Node up = node;
        while (up.kind() != Kind.DOCUMENT && up.parent() != null) {
            up = up.parent();
        }
        return up;
    }
}
