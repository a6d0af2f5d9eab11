package io.sojourn.replay.script;

import java.util.ArrayList;
import java.util.List;

/** A described subtree, said aloud: {@code html("p", text("Hello")).with("class", "big")}. */
public final class Tree {
    static final int HTML = 1;
    static final int SVG = 2;
    static final int MATHML = 3;
    static final int TEXT = 4;
    static final int COMMENT = 5;
    static final int DOCTYPE = 6;
    static final int DOCUMENT = 7;
    static final int SHADOW = 8;
    static final int CONTENT = 9;

    final int kind;
    final String name;
    String value;
    final List<String> attributes = new ArrayList<>();
    public final List<Tree> children;
    public int id;

    private Tree(int kind, String name, String value, Tree... children) {
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.children = new ArrayList<>(List.of(children));
    }

    public static Tree document(Tree... children) {
        return new Tree(DOCUMENT, "https://shop.example/", "", children);
    }

    /** A whole page with this in its body. */
    public static Tree page(Tree... body) {
        return document(doctype(), html("html", html("head"), html("body", body)));
    }

    public static Tree doctype() {
        return new Tree(DOCTYPE, "html", "");
    }

    public static Tree html(String tag, Tree... children) {
        return new Tree(HTML, tag, "", children);
    }

    public static Tree svg(String tag, Tree... children) {
        return new Tree(SVG, tag, "", children);
    }

    public static Tree math(String tag, Tree... children) {
        return new Tree(MATHML, tag, "", children);
    }

    public static Tree text(String value) {
        return new Tree(TEXT, "", value);
    }

    public static Tree comment(String value) {
        return new Tree(COMMENT, "", value);
    }

    public static Tree shadow(Tree... children) {
        return new Tree(SHADOW, "", "", children);
    }

    public static Tree content(Tree... children) {
        return new Tree(CONTENT, "", "", children);
    }

    public Tree with(String attribute, String to) {
        attributes.add(attribute);
        attributes.add(to);
        return this;
    }

    /** The id the agent gave it, once written. */
    public int id() {
        return id;
    }

    boolean isElement() {
        return kind <= MATHML;
    }

    boolean hasChildren() {
        return isElement() || kind >= DOCUMENT;
    }

    boolean isInner() {
        return kind >= DOCUMENT;
    }
}
