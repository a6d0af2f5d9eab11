package io.sojourn.replay.safe;

import io.sojourn.replay.safe.SafeAttributes.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what became of short attributes. A page repeats them thousands of times; without this each would be cleaned
 * again, and a few numbered strings could be made to fill the memory with cleaned copies of themselves.
 */
final class Repeats {
    private static final int MOST = 20_000;
    private static final int LONGEST = 1_024;

    private final AssetCopies copies;
    private final Map<Attribute, List<Change>> known = new HashMap<>();

    private record Attribute(String tag, String name, String value) {}

    Repeats(AssetCopies copies) {
        this.copies = copies;
    }

    List<Change> of(String tag, String name, String value) {
        if (value.length() > LONGEST) {
            return SafeAttributes.of(tag, name, value, copies);
        }
        if (known.size() == MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Attribute(tag, name, value), a -> SafeAttributes.of(a.tag(), a.name(), a.value(), copies));
    }
}
