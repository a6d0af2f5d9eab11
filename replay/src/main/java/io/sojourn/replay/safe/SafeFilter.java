package io.sojourn.replay.safe;

import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.safe.SafeAttributes.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes operations harmless before they reach the page they are meant for, so that whatever is drawn or written from that
 * page is harmless too. Nothing changes place: what may not be shown is renamed, emptied or left out of attributes. Not
 * thread-safe.
 */
public final class SafeFilter {
    private static final Pattern DOCTYPE_PART = Pattern.compile("[A-Za-z0-9 /.:+_-]{0,200}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]{0,4000}");

    private final Page page;
    private final AssetCopies copies;
    private final Repeats repeats;

    /**
     * @param page the page the operations are for, as it stands before them
     * @param copies what pictures and fonts of the web are replaced by
     */
    public SafeFilter(Page page, AssetCopies copies) {
        this.page = page;
        this.copies = copies;
        this.repeats = new Repeats(copies);
    }

    /** The operations to carry out instead. Trees are made harmless in place. */
    public List<Op> filter(Op op) {
        if (op instanceof Op.Insert insert) {
            @Nullable Node parent = page.find(insert.parent());
            insert.tree().eachInSubtree(node -> clean(node, node == insert.tree() ? parent : node.parent()));
        } else if (op instanceof Op.Attribute attribute) {
            return attribute(attribute);
        } else if (op instanceof Op.Text text) {
            Node node = page.find(text.node());
            return node != null && isSilent(node, node.parent()) ? List.of(new Op.Text(text.node(), "")) : List.of(op);
        } else if (op instanceof Op.Move move) {
            Node node = page.find(move.node());
            boolean falls = node != null && node.kind().isText() && isSilent(node, page.find(move.parent()));
            return falls ? List.of(new Op.Text(move.node(), ""), move) : List.of(op);
        } else if (op instanceof Op.RuleInsert rule) {
            return List.of(new Op.RuleInsert(rule.owner(), rule.index(), SafeCss.clean(rule.text(), copies)));
        } else if (op instanceof Op.Sheet sheet) {
            return List.of(new Op.Sheet(sheet.sheet(), SafeCss.clean(sheet.text(), copies)));
        }
        return List.of(op);
    }

    private List<Op> attribute(Op.Attribute attribute) {
        Node node = page.find(attribute.node());
        if (node == null) {
            return List.of(attribute); // the page will skip and count it
        }
        List<Op> safe = new ArrayList<>();
        for (Change change : SafeAttributes.of(node.name(), attribute.name(), attribute.value(), copies)) {
            if (change.value() != null || node.attribute(change.name()) != null) {
                safe.add(new Op.Attribute(attribute.node(), change.name(), change.value()));
            }
        }
        return safe;
    }

    private void clean(Node node, @Nullable Node parent) {
        switch (node.kind()) {
            case HTML, SVG, MATHML -> element(node);
            case TEXT, COMMENT -> {
                if (isSilent(node, parent)) {
                    node.rewrite("");
                }
            }
            case DOCTYPE -> doctype(node);
            case DOCUMENT -> node.rename(WEB.matcher(node.name()).matches() ? node.name() : "");
            default -> {}
        }
    }

    /** Comments say nothing to a viewer. A style's text is drawn from its {@code =css}, which is clean as a whole. */
    private static boolean isSilent(Node node, @Nullable Node parent) {
        return node.kind() == Kind.COMMENT || parent != null && parent.isElement("style");
    }

    private void element(Node element) {
        element.rename(SafeElements.tag(element.kind(), element.name()));
        if (element.attributeCount() == 0) {
            return;
        }
        Map<String, String> safe = new LinkedHashMap<>();
        element.eachAttribute((name, value) -> {
            for (Change change : repeats.of(element.name(), name, value)) {
                if (change.value() != null) {
                    safe.put(change.name(), change.value());
                }
            }
        });
        element.rewriteAttributes(safe);
    }

    private static void doctype(Node doctype) {
        doctype.rename(DOCTYPE_PART.matcher(doctype.name()).matches() ? doctype.name() : "html");
        Map<String, String> safe = new LinkedHashMap<>();
        doctype.eachAttribute(
                (name, value) -> safe.put(name, DOCTYPE_PART.matcher(value).matches() ? value : ""));
        doctype.rewriteAttributes(safe);
    }
}
