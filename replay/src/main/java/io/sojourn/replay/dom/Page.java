package io.sojourn.replay.dom;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A recorded document at one moment: its tree, its constructed sheets and who adopted them. Changed by {@link OpApplier}
 * alone. About 100 bytes a node. Not thread-safe.
 */
public final class Page {
    /** The id of the document itself. */
    public static final int ROOT = 1;

    private static final int FIRST_TABLE = 1_024;

    private @Nullable Node[] byId = new @Nullable Node[FIRST_TABLE];
    private int size;
    final Map<Integer, List<String>> sheets = new TreeMap<>();
    final Map<Integer, List<Integer>> adopted = new HashMap<>();

    /** The document; absent before the first snapshot began. */
    public @Nullable Node root() {
        return find(ROOT);
    }

    public @Nullable Node find(int id) {
        return id < byId.length ? byId[id] : null;
    }

    /** How many nodes stand in it, those of frames and shadow roots included. */
    public int size() {
        return size;
    }

    /** The text of every constructed sheet by its number, in the order of numbers. */
    public Map<Integer, String> sheets() {
        Map<Integer, String> texts = new TreeMap<>();
        sheets.forEach((number, rules) -> texts.put(number, String.join("\n", rules)));
        return texts;
    }

    /** The numbers of the sheets that a document or shadow root adopted, in order. */
    public List<Integer> adopted(int root) {
        return adopted.getOrDefault(root, List.of());
    }

    /** Which documents and shadow roots adopted sheets. */
    public Map<Integer, List<Integer>> adoptions() {
        return Collections.unmodifiableMap(new TreeMap<>(adopted));
    }

    void clear() {
        byId = new @Nullable Node[FIRST_TABLE];
        size = 0;
        sheets.clear();
        adopted.clear();
    }

    void register(Node tree) {
        tree.eachInSubtree(node -> {
            if (node.id() >= byId.length) {
                byId = Arrays.copyOf(byId, Math.max(node.id() + 1, 2 * byId.length));
            }
            byId[node.id()] = node;
            size++;
        });
    }

    void forget(Node tree) {
        tree.eachInSubtree(node -> {
            byId[node.id()] = null;
            adopted.remove(node.id());
            size--;
        });
    }
}
