package io.sojourn.heatmap.kind;

import java.util.Set;

/** Where the marks of a map come from. */
public sealed interface Marks {
    /** @param firstOnly only the first click of each page view */
    record Clicks(boolean firstOnly) implements Marks {}

    /** Rests of the mouse, by how long they lasted. */
    record Rests() implements Marks {}

    /**
     * Signs of friction.
     *
     * @param kinds of the signal table; none for all of them
     * @param weight how much each counts
     */
    record Signals(Set<String> kinds, Weight weight) implements Marks {
        public Signals {
            kinds = Set.copyOf(kinds);
        }
    }

    enum Weight {
        /** each once, however many acts it had */
        ONCE,
        /** what it cost the visitor, in ms */
        LOST_MS
    }
}
