package io.sojourn.journey.signal;

import io.sojourn.sessions.TimedEvent;

/**
 * Recognizes one kind of friction in one page view. A new instance for each; told what happened in the order it happened, by
 * one thread. What it finds goes to the {@link Findings} it was made with, at any time up to the end.
 */
interface SignalDetector {
    /** A click a person made. */
    default void clicked(VisitorClick click) {}

    /** The page was scrolled. @param at epoch ms */
    default void scrolled(long at) {}

    /** Anything; clicks and scrolls too, before they are told as such. */
    default void happened(TimedEvent timed) {}

    /** Nothing more is known of this page view. */
    default void ended() {}
}
