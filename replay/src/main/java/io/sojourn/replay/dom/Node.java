package io.sojourn.replay.dom;

import io.sojourn.replay.css.CssRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a recorded document. Siblings are linked, so that putting one among a thousand costs nothing. Not thread-safe;
 * the tree is changed only through {@link Page}.
 */
public final class Node {
    public static final String SHEET_TEXT = "=css";

    private static final String[] NONE = {};

    private final int id;
    private final Kind kind;
    private String name;
    private String value;
    /** Name, value, name, value … in the order they came. */
    private String[] attributes = NONE;
    /** The rules of the sheet, once they are changed one by one; until then {@code =css} holds the text. */
    private @Nullable List<String> rules;

    @Nullable
    Node parent;

    @Nullable
    Node previous;

    @Nullable
    Node next;

    @Nullable
    Node first;

    @Nullable
    Node last;

    @Nullable
    Node inner;

    /**
     * @param name tag of an element, name of a doctype, base address of a document; else empty
     * @param value text of a text or comment; else empty
     */
    Node(int id, Kind kind, String name, String value) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.value = value;
    }

    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    public @Nullable Node parent() {
        return parent;
    }

    public @Nullable Node previous() {
        return previous;
    }

    public @Nullable Node next() {
        return next;
    }

    public @Nullable Node first() {
        return first;
    }

    /** The shadow root, template content or frame document of this element. */
    public @Nullable Node inner() {
        return inner;
    }

    public boolean isElement(String tag) {
        return kind.isElement() && name.equals(tag);
    }

    public @Nullable String attribute(String wanted) {
        if (rules != null && wanted.equals(SHEET_TEXT)) {
            return String.join("\n", rules);
        }
        int at = indexOf(wanted);
        return at < 0 ? null : attributes[at + 1];
    }

    /** Every attribute in the order it was first set; with the sheet's present text. */
    public void eachAttribute(AttributeVisitor visitor) {
        for (int i = 0; i < attributes.length; i += 2) {
            String sheet = rules != null && attributes[i].equals(SHEET_TEXT) ? attribute(SHEET_TEXT) : null;
            visitor.visit(attributes[i], sheet == null ? attributes[i + 1] : sheet);
        }
    }

    public int attributeCount() {
        return attributes.length / 2;
    }

    public interface AttributeVisitor {
        void visit(String name, String value);
    }

    /** Renames the element; for making it safe before it joins a page. */
    public void rename(String tag) {
        name = tag;
    }

    /** Replaces the text; for making it safe before it joins a page. */
    public void rewrite(String text) {
        value = text;
    }

    /** Replaces all attributes; for making them safe before the node joins a page. */
    public void rewriteAttributes(Map<String, String> changed) {
        String[] pairs = new String[2 * changed.size()];
        int at = 0;
        for (Map.Entry<String, String> attribute : changed.entrySet()) {
            pairs[at++] = attribute.getKey();
            pairs[at++] = attribute.getValue();
        }
        setAttributes(pairs);
    }

    void setAttributes(String[] pairs) {
        attributes = pairs;
        rules = null;
    }

    void setAttribute(String wanted, @Nullable String replacement) {
        if (wanted.equals(SHEET_TEXT)) {
            rules = null;
        }
        int at = indexOf(wanted);
        if (replacement == null) {
            if (at >= 0) {
                remove(at);
            }
        } else if (at >= 0) {
            attributes[at + 1] = replacement;
        } else {
            String[] longer = Arrays.copyOf(attributes, attributes.length + 2);
            longer[attributes.length] = wanted;
            longer[attributes.length + 1] = replacement;
            attributes = longer;
        }
    }

    /** The rules of the sheet of a {@code style} or {@code link}, to be changed in place. */
    List<String> rules() {
        if (rules == null) {
            String text = attribute(SHEET_TEXT);
            setAttribute(SHEET_TEXT, text == null ? "" : text);
            rules = new ArrayList<>(CssRules.split(text == null ? "" : text));
        }
        return rules;
    }

    private int indexOf(String wanted) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private void remove(int at) {
        String[] shorter = new String[attributes.length - 2];
        System.arraycopy(attributes, 0, shorter, 0, at);
        System.arraycopy(attributes, at + 2, shorter, at, attributes.length - at - 2);
        attributes = shorter;
    }

    /** This node and everything below it, in document order, inner trees before children. Iterative: depth is not ours. */
    public void eachInSubtree(Consumer<Node> visitor) {
        Node node = this;
        while (node != null) {
            visitor.accept(node);
            node = node.following(this);
        }
    }

    /** The next node in document order that still lies inside {@code top}. */
    public @Nullable Node following(Node top) {
        if (inner != null) {
            return inner;
        }
        return first != null ? first : followingOutside(top);
    }

    /** The next node in document order behind this whole subtree that still lies inside {@code top}. */
    private @Nullable Node followingOutside(Node top) {
        for (Node node = this; node != top; ) {
            Node up = node.parent;
            if (up == null) {
                return null;
            }
            Node beside = node.kind.isInner() && up.inner == node ? up.first : node.next;
            if (beside != null) {
                return beside;
            }
            node = up;
        }
        return null;
    }

    /** Puts a detached node in; null puts it first. Inner trees take their own place. */
    void insert(Node child, @Nullable Node after) {
        child.parent = this;
        if (child.kind.isInner()) {
            inner = child;
            return;
        }
        child.previous = after;
        child.next = after == null ? first : after.next;
        if (child.previous == null) {
            first = child;
        } else {
            child.previous.next = child;
        }
        if (child.next == null) {
            last = child;
        } else {
            child.next.previous = child;
        }
    }

    void append(Node child) {
        insert(child, last);
    }

    void detach() {
        Node up = parent;
        if (up == null) {
            return;
        }
        if (up.inner == this) {
            up.inner = null;
        } else {
            if (previous == null) {
                up.first = next;
            } else {
                previous.next = next;
            }
            if (next == null) {
                up.last = previous;
            } else {
                next.previous = previous;
            }
        }
        parent = null;
        previous = null;
        next = null;
    }

    @Override
    public String toString() {
        return kind + " " + id + " " + name + value;
    }
}
