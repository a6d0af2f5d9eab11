package io.sojourn.journey.signal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Clicks that belong together, and whether so many of them ever came within so many ms. */
final class ClickChain {
    private final int enough;
    private final long within;
    private final Deque<VisitorClick> recent = new ArrayDeque<>();
    private final VisitorClick first;
    private VisitorClick last;
    private int count;
    private boolean dense;

    ClickChain(VisitorClick first, int enough, long within) {
        this.first = first;
        this.last = first;
        this.enough = enough;
        this.within = within;
        add(first);
    }

    void add(VisitorClick click) {
        last = click;
        count++;
        recent.addLast(click);
        if (recent.size() > enough) {
            recent.removeFirst();
        }
        dense |= recent.size() == enough && click.msSince(recent.getFirst()) <= within;
    }

    VisitorClick last() {
        return last;
    }

    boolean isRage() {
        return dense;
    }

    Signal rage() {
        return new Signal(Signal.Kind.RAGE, first.element(), first.at(), Math.max(0, last.msSince(first)), count);
    }
}
