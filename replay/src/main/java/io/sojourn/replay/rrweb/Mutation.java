package io.sojourn.replay.rrweb;

import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program of operations comes to, as rrweb tells it: first everything that left its place, then everything that came
 * to one, then texts and attributes as they are in the end. A moved node leaves and comes again with all that is in it.
 */
final class Mutation {
    /** @param parent the id of its parent before the program */
    record Removal(int id, int parent, boolean shadow) {}

    private final Page page;
    private final Map<Integer, Removal> removals = new LinkedHashMap<>();
    private final Set<Integer> placed = new LinkedHashSet<>();
    private final Set<Integer> fresh = new LinkedHashSet<>();
    private final Set<Integer> texts = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> attributes = new LinkedHashMap<>();

    Mutation(Page page) {
        this.page = page;
    }

    /** To be told of each operation before the page carries it out. */
    void watch(Op op) {
        if (op instanceof Op.Insert insert) {
            placed.add(insert.tree().id());
            insert.tree().eachInSubtree(node -> fresh.add(node.id()));
        } else if (op instanceof Op.Remove remove) {
            left(page.find(remove.node()));
        } else if (op instanceof Op.Move move) {
            left(page.find(move.node()));
            placed.add(move.node());
        } else if (op instanceof Op.Text text) {
            texts.add(text.node());
        } else if (op instanceof Op.Attribute attribute) {
            attributes
                    .computeIfAbsent(attribute.node(), id -> new LinkedHashSet<>())
                    .add(attribute.name());
        }
    }

    private void left(@Nullable Node node) {
        if (node == null || fresh.contains(node.id()) || removals.containsKey(node.id())) {
            return;
        }
        Node parent = Family.parent(node);
        if (parent != null && !node.kind().isInner() && Family.isShown(node)) {
            removals.put(node.id(), new Removal(node.id(), parent.id(), Family.isInShadow(node)));
        }
    }

    List<Removal> removals() {
        return List.copyOf(removals.values());
    }

    /** What came to a place, each node after its parent and after its next sibling. */
    List<Node> additions() {
        List<Node> added = new ArrayList<>();
        Set<Node> done = new LinkedHashSet<>();
        for (int id : placed) {
            Node root = page.find(id);
            if (root != null && !hasPlacedAncestor(root) && !done.contains(root)) {
                chain(root, done, added);
            }
        }
        return added;
    }

    /** Siblings that came together, last first. */
    private void chain(Node root, Set<Node> done, List<Node> added) {
        Deque<Node> chain = new ArrayDeque<>();
        for (@Nullable Node node = root;
                node != null && placed.contains(node.id()) && done.add(node);
                node = node.next()) {
            chain.push(node);
        }
        chain.forEach(node -> subtree(node, added));
    }

    private static void subtree(Node root, List<Node> added) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.kind().isInner() ? node.kind() == Kind.SHADOW_ROOT : add(node, added)) {
                for (@Nullable Node child = node.first(); child != null; child = child.next()) {
                    open.push(child);
                }
            }
            Node inner = node.inner();
            if (inner != null) {
                open.push(inner);
            }
        }
    }

    /** Adds the node when rrweb knows such; whether its children are to follow. */
    private static boolean add(Node node, List<Node> added) {
        boolean shown = Family.isShown(node);
        if (shown) {
            added.add(node);
        }
        return shown && Family.showsChildren(node);
    }

    /** The documents of frames that came, outer ones first. */
    List<Node> frames() {
        List<Node> frames = new ArrayList<>();
        for (int id : placed) {
            Node root = page.find(id);
            if (root != null && !hasPlacedAncestor(root)) {
                frames.addAll(framesIn(root));
            }
        }
        return frames;
    }

    static List<Node> framesIn(Node root) {
        List<Node> frames = new ArrayList<>();
        root.eachInSubtree(node -> {
            if (node.kind() == Kind.DOCUMENT && node.parent() != null && Family.isShown(node)) {
                frames.add(node);
            }
        });
        return frames;
    }

    List<Node> texts() {
        return texts.stream().map(page::find).filter(this::wasThere).toList();
    }

    /** Which attributes changed, of nodes that stayed where they were. */
    Map<Node, Set<String>> attributes() {
        Map<Node, Set<String>> changed = new LinkedHashMap<>();
        attributes.forEach((id, names) -> {
            Node node = page.find(id);
            if (wasThere(node)) {
                changed.put(node, names);
            }
        });
        return changed;
    }

    /** Whether the player has it from before and keeps it. */
    boolean wasThere(@Nullable Node node) {
        return node != null && !placed.contains(node.id()) && !hasPlacedAncestor(node) && Family.isShown(node);
    }

    /** Whether its whole sheet is among the changed attributes. */
    boolean retells(Node sheetOwner) {
        return attributes.getOrDefault(sheetOwner.id(), Set.of()).contains(Node.SHEET_TEXT);
    }

    private boolean hasPlacedAncestor(Node node) {
        for (@Nullable Node up = node.parent(); up != null; up = up.parent()) {
            if (placed.contains(up.id())) {
                return true;
            }
        }
        return false;
    }
}
