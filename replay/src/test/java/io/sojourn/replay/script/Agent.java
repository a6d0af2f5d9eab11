package io.sojourn.replay.script;

import io.sojourn.eventlog.wire.DomOps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the language of docs/playback.md, counting ids and words as an agent does. */
public final class Agent {
    private final List<String> dictionary = new ArrayList<>();
    private DomOps.Builder program = DomOps.newBuilder();
    private int lastId;

    public Agent reset() {
        lastId = 0;
        dictionary.clear();
        return codes(1);
    }

    /** A whole new page. */
    public Agent snapshot(Tree document) {
        return reset().insert(0, 0, document);
    }

    public Agent insert(int parent, int previous, Tree tree) {
        codes(2, parent, previous);
        describe(tree);
        return this;
    }

    public Agent remove(int node) {
        return codes(3, node);
    }

    public Agent move(int node, int parent, int previous) {
        return codes(4, node, parent, previous);
    }

    public Agent attribute(int node, String name, @Nullable String value) {
        return codes(5, node).word(name).word(value);
    }

    public Agent text(int node, String value) {
        return codes(6, node).word(value);
    }

    public Agent insertRule(int node, int index, String rule) {
        return codes(7, node, index).word(rule);
    }

    public Agent deleteRule(int node, int index) {
        return codes(8, node, index);
    }

    public Agent sheet(int sheet, String text) {
        return codes(9, sheet).word(text);
    }

    public Agent insertSheetRule(int sheet, int index, String rule) {
        return codes(7, 0, sheet, index).word(rule);
    }

    public Agent adopt(int root, int... sheets) {
        return codes(10, root, sheets.length).codes(sheets);
    }

    public DomOps take() {
        DomOps taken = program.build();
        program = DomOps.newBuilder();
        return taken;
    }

    private void describe(Tree tree) {
        tree.id = ++lastId;
        codes(tree.kind);
        if (tree.isElement()) {
            word(tree.name).codes(tree.attributes.size() / 2);
            tree.attributes.forEach(this::word);
        } else if (tree.kind == Tree.TEXT || tree.kind == Tree.COMMENT) {
            word(tree.value);
        } else if (tree.kind == Tree.DOCTYPE) {
            word(tree.name).word(null).word(null);
        } else if (tree.kind == Tree.DOCUMENT) {
            word(tree.name);
        }
        if (tree.hasChildren()) {
            tree.children.forEach(this::describe);
            codes(0);
        }
    }

    private Agent word(@Nullable String word) {
        if (word == null) {
            return codes(0);
        }
        int known = dictionary.indexOf(word);
        if (known >= 0) {
            return codes(known + 3);
        }
        program.addText(word);
        if (word.length() > 20) {
            return codes(1);
        }
        dictionary.add(word);
        return codes(2);
    }

    private Agent codes(int... codes) {
        for (int code : codes) {
            program.addCode(code);
        }
        return this;
    }
}
