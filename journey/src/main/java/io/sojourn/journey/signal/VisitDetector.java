package io.sojourn.journey.signal;

import java.util.List;

/** Recognizes one kind of friction that spans page views. Keeps nothing between visits. */
interface VisitDetector {
    /**
     * @param views those that were seen, in their order
     * @param findings one for each view, to add to
     */
    void look(List<View> views, List<Findings> findings);
}
