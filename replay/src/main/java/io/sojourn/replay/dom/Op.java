package io.sojourn.replay.dom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation on a recorded document, as docs/playback.md numbers them. Ids and counts are as on the wire: 0 is "none". */
public sealed interface Op {
    /** Everything is forgotten; a full snapshot follows. */
    record Reset() implements Op {}

    /** @param tree detached; the page that applies this operation makes it its own */
    record Insert(int parent, int previous, Node tree) implements Op {}

    record Remove(int node) implements Op {}

    record Move(int node, int parent, int previous) implements Op {}

    /** @param value absent to remove the attribute */
    record Attribute(int node, String name, @Nullable String value) implements Op {}

    record Text(int node, String value) implements Op {}

    record RuleInsert(Owner owner, int index, String text) implements Op {}

    record RuleDelete(Owner owner, int index) implements Op {}

    record Sheet(int sheet, String text) implements Op {}

    record Adopt(int root, List<Integer> sheets) implements Op {
        public Adopt {
            sheets = List.copyOf(sheets);
        }
    }

    /** Whose rules change: those of a {@code style} or {@code link} element, or, when node is 0, of a constructed sheet. */
    record Owner(int node, int sheet) {}
}
