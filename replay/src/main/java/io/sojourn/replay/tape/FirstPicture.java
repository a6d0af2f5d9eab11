package io.sojourn.replay.tape;

import io.sojourn.replay.dom.Op;
import java.util.List;

/**
 * When the first picture of a document was whole. The agent describes a large page a slice at a time, so that no task in the
 * visited page gets long; its slices follow one another at once, and nothing in them says which is the last. Until then the
 * picture is a part of what the visitor already saw whole, so no replay begins there. Moments are ms on the document's clock.
 */
final class FirstPicture {
    /** Slices are a few frames apart, also on a slow device. */
    private static final int PAUSE_MS = 300;
    /** A page that adds to itself all the time shall not begin late. */
    private static final int LONGEST_MS = 1_500;

    private int began = -1;
    private int whole;
    private boolean over;

    /** A program that was carried out; in order. */
    void saw(int at, List<Op> ops) {
        if (began < 0) {
            began = at;
            whole = at;
        } else if (!over && at - whole <= PAUSE_MS && at - began <= LONGEST_MS && addsToIt(ops)) {
            whole = at;
        } else {
            over = true;
        }
    }

    /** Of the window's size the agent tells right behind the first slice; the picture needs it. */
    void sawViewport(int at) {
        if (!over && began >= 0 && at - whole <= PAUSE_MS) {
            whole = Math.max(whole, at);
        }
    }

    int whole() {
        return whole;
    }

    private static boolean addsToIt(List<Op> ops) {
        return ops.stream().anyMatch(op -> op instanceof Op.Insert || op instanceof Op.Sheet || op instanceof Op.Adopt);
    }
}
