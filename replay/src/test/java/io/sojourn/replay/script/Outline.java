package io.sojourn.replay.script;

import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Page;

/** A rebuilt page in the words of {@link Naive#outline}. */
public final class Outline {
    private Outline() {}

    public static String of(Page page) {
        StringBuilder out = new StringBuilder();
        Node root = page.root();
        if (root != null) {
            root.eachInSubtree(node -> line(node, out));
        }
        return out.toString();
    }

    private static void line(Node node, StringBuilder out) {
        out.append(" ".repeat(depth(node))).append(node.kind().ordinal() + 1);
        out.append(' ').append(node.id()).append(' ').append(node.name());
        node.eachAttribute(
                (name, value) -> out.append(' ').append(name).append('=').append(value));
        out.append(' ').append(node.value()).append('\n');
    }

    private static int depth(Node node) {
        int depth = 0;
        for (Node up = node; up != null && up.parent() != null; up = up.parent()) {
            depth++;
        }
        return depth;
    }
}
