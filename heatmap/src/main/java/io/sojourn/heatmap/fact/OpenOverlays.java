package io.sojourn.heatmap.fact;

import io.sojourn.eventlog.wire.Overlay;
import io.sojourn.sessions.derive.FactSink;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Which dialog or menu stands open above one page view, as its events go by (SIGNALS 8.3). One page view each, one thread. */
final class OpenOverlays {
    /** Anything smaller leaves the page as it is. */
    static final int LEAST_SHARE_PERCENT = 20;

    private final FactSink facts;
    private final long page;
    private final Deque<Long> open = new ArrayDeque<>();

    OpenOverlays(FactSink facts, long page) {
        this.facts = facts;
        this.page = page;
    }

    /** @return the element that opened or closed, null when the state is as before */
    @Nullable
    Long see(Overlay overlay) {
        if (overlay.getOpen()) {
            return overlay.getSharePercent() >= LEAST_SHARE_PERCENT ? opened(idOf(overlay)) : null;
        }
        if (!overlay.hasElement()) {
            return open.pollFirst();
        }
        Long element = idOf(overlay);
        return open.remove(element) ? element : null;
    }

    private @Nullable Long opened(Long element) {
        if (open.contains(element)) {
            return null;
        }
        open.addFirst(element);
        return element;
    }

    private Long idOf(Overlay overlay) {
        return facts.element(page, overlay.getElement());
    }

    /** The topmost, null for the bare page. */
    @Nullable
    Long top() {
        return open.peekFirst();
    }
}
