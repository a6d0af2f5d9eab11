package io.sojourn.replay.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plainest document model there is, to check the real one against: lists, and a search for everything. */
public final class Naive {
    private final Map<Integer, Tree> byId = new HashMap<>();
    private final Map<Integer, Tree> parents = new HashMap<>();

    public void snapshot(Tree document) {
        byId.clear();
        parents.clear();
        register(document);
    }

    public List<Integer> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    public @Nullable Tree find(int id) {
        return byId.get(id);
    }

    public @Nullable Tree parent(Tree tree) {
        return parents.get(tree.id);
    }

    public boolean contains(Tree top, Tree tree) {
        return top == tree || top.children.stream().anyMatch(child -> contains(child, tree));
    }

    public void insert(Tree parent, int previous, Tree tree) {
        place(parent, previous, tree);
        register(tree);
    }

    public void remove(Tree tree) {
        take(tree);
        forget(tree);
    }

    public void move(Tree tree, Tree parent, int previous) {
        take(tree);
        place(parent, previous, tree);
    }

    private void place(Tree parent, int previous, Tree tree) {
        int index = 0;
        for (int i = 0; i < parent.children.size(); i++) {
            Tree child = parent.children.get(i);
            if (child.isInner() || child.id == previous) {
                index = i + 1;
            }
        }
        parent.children.add(index, tree);
        parents.put(tree.id, parent);
    }

    private void take(Tree tree) {
        Tree parent = parents.remove(tree.id);
        if (parent != null) {
            parent.children.remove(tree);
        }
    }

    private void register(Tree tree) {
        byId.put(tree.id, tree);
        tree.children.forEach(child -> {
            parents.put(child.id, tree);
            register(child);
        });
    }

    private void forget(Tree tree) {
        byId.remove(tree.id);
        tree.children.forEach(this::forget);
    }

    /** Kind, id, name, attributes and text of every node, one a line, indented. */
    public String outline() {
        StringBuilder out = new StringBuilder();
        Tree root = byId.get(1);
        if (root != null) {
            outline(root, 0, out);
        }
        return out.toString();
    }

    private static void outline(Tree tree, int depth, StringBuilder out) {
        out.append(" ".repeat(depth))
                .append(tree.kind)
                .append(' ')
                .append(tree.id)
                .append(' ')
                .append(tree.name);
        for (int i = 0; i < tree.attributes.size(); i += 2) {
            out.append(' ').append(tree.attributes.get(i)).append('=').append(tree.attributes.get(i + 1));
        }
        out.append(' ').append(tree.kind == Tree.COMMENT ? "" : tree.value).append('\n');
        tree.children.stream().filter(Tree::isInner).forEach(child -> outline(child, depth + 1, out));
        tree.children.stream().filter(child -> !child.isInner()).forEach(child -> outline(child, depth + 1, out));
    }
}
