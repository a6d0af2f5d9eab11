package io.sojourn.replay.imported;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document as rrweb numbers it, beside our numbers: rrweb says what comes after a node, we say what comes before. */
final class Mirror {
    private final Map<Integer, Twin> byId = new HashMap<>();

    /** A node under both its numbers. */
    static final class Twin {
        final int rrweb;
        final int ours;
        /** Tag of an element, empty for everything else. */
        final String tag;
        /** Declarations of its {@code style} attribute, as rrweb changes them one by one. */
        @Nullable
        String style;
        /** What an option is called by its select. */
        @Nullable
        String value;

        @Nullable
        Twin parent;

        @Nullable
        Twin previous;

        @Nullable
        Twin next;

        @Nullable
        Twin first;

        @Nullable
        Twin last;
        /** Its shadow root, which rrweb does not number, or the document in its frame. */
        @Nullable
        Twin inner;

        Twin(int rrweb, int ours, String tag) {
            this.rrweb = rrweb;
            this.ours = ours;
            this.tag = tag;
        }

        void append(Twin child) {
            insert(child, last);
        }

        /** @param after null for the first */
        void insert(Twin child, @Nullable Twin after) {
            child.parent = this;
            child.previous = after;
            child.next = after == null ? first : after.next;
            if (child.next == null) {
                last = child;
            } else {
                child.next.previous = child;
            }
            if (after == null) {
                first = child;
            } else {
                after.next = child;
            }
        }
    }

    void clear() {
        byId.clear();
    }

    /** Shadow roots have no number of rrweb's: 0. */
    void add(Twin twin) {
        if (twin.rrweb != 0) {
            byId.put(twin.rrweb, twin);
        }
    }

    @Nullable
    Twin find(int rrweb) {
        return byId.get(rrweb);
    }

    int size() {
        return byId.size();
    }

    void remove(Twin twin) {
        Twin up = twin.parent;
        if (up != null) {
            if (up.inner == twin) {
                up.inner = null;
            } else {
                unlink(up, twin);
            }
        }
        forget(twin);
    }

    private static void unlink(Twin up, Twin twin) {
        if (twin.previous == null) {
            up.first = twin.next;
        } else {
            twin.previous.next = twin.next;
        }
        if (twin.next == null) {
            up.last = twin.previous;
        } else {
            twin.next.previous = twin.previous;
        }
        twin.parent = null;
    }

    /** Trees are no deeper than the JSON they came in, which is bounded. */
    private void forget(Twin twin) {
        byId.remove(twin.rrweb, twin);
        if (twin.inner != null) {
            forget(twin.inner);
        }
        for (Twin child = twin.first; child != null; child = child.next) {
            forget(child);
        }
    }
}
