package io.sojourn.server.testing;

import io.sojourn.eventlog.wire.DomOps;
import java.util.List;

/** Operations as no agent would write them: any tree, straight in the words of docs/playback.md. */
public final class Forged {
    private static final int RESET = 1;
    private static final int INSERT = 2;
    private static final int ATTRIBUTE = 5;
    private static final int LITERAL = 1;

    private final DomOps.Builder program = DomOps.newBuilder();

    /** A node of a tree. */
    public interface Tree {
        void write(Forged to);
    }

    /** @param attributes names and values in turn */
    public static Tree html(String tag, List<String> attributes, Tree... children) {
        return element(1, tag, attributes, children);
    }

    public static Tree svg(String tag, List<String> attributes, Tree... children) {
        return element(2, tag, attributes, children);
    }

    public static Tree mathml(String tag, List<String> attributes, Tree... children) {
        return element(3, tag, attributes, children);
    }

    public static Tree text(String value) {
        return to -> {
            to.code(4);
            to.string(value);
        };
    }

    /** The root, or the only child of a frame. */
    public static Tree document(String base, Tree... children) {
        return to -> {
            to.code(7);
            to.string(base);
            to.children(children);
        };
    }

    /** Beside the children of its host. */
    public static Tree shadow(Tree... children) {
        return to -> {
            to.code(8);
            to.children(children);
        };
    }

    private static Tree element(int kind, String tag, List<String> attributes, Tree... children) {
        return to -> {
            to.code(kind);
            to.string(tag);
            to.code(attributes.size() / 2);
            attributes.forEach(to::string);
            to.children(children);
        };
    }

    /** A snapshot of this tree. */
    public static DomOps snapshot(Tree document) {
        Forged forged = new Forged();
        forged.code(RESET, INSERT, 0, 0);
        document.write(forged);
        return forged.program.build();
    }

    /** One tree more. */
    public static DomOps insert(int parent, Tree tree) {
        Forged forged = new Forged();
        forged.code(INSERT, parent, 0);
        tree.write(forged);
        return forged.program.build();
    }

    /** An attribute after the fact. */
    public static DomOps attribute(int node, String name, String value) {
        Forged forged = new Forged();
        forged.code(ATTRIBUTE, node);
        forged.string(name);
        forged.string(value);
        return forged.program.build();
    }

    private void children(Tree... children) {
        for (Tree child : children) {
            child.write(this);
        }
        code(0);
    }

    private void string(String value) {
        code(LITERAL);
        program.addText(value);
    }

    private void code(int... numbers) {
        for (int number : numbers) {
            program.addCode(number);
        }
    }
}
