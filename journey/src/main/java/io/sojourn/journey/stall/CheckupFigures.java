package io.sojourn.journey.stall;

import java.util.List;

/**
 * What a check-up is made of, each list the most visited first.
 *
 * @param entries visits by entry page, and those of them that bounced
 * @param bounces how long those who bounced stayed
 * @param turns visits to a page, and those that turned back to it from somewhere at once
 * @param searches searches made, and those that found nothing
 * @param scrolled views of a page longer than the window, and those that were scrolled
 * @param calls what visits press before they reach a goal
 * @param stays engaged time on a page
 */
public record CheckupFigures(
        List<Share> entries,
        Stay bounces,
        List<Share> turns,
        Share searches,
        Share filters,
        List<Share> scrolled,
        List<Call> calls,
        List<Stay> stays) {

    /** A share of visits to a page, or of its views. */
    public record Share(String page, long hits, long of) {
        double value() {
            return of == 0 ? 0 : (double) hits / of;
        }
    }

    /** A time on a page, ms. */
    public record Stay(String page, long medianMs, long threeQuartersMs, long views) {}

    /**
     * Something that is pressed on a page.
     *
     * @param pressed visits that pressed it
     * @param pressedReached of them, those that reached a goal afterwards
     * @param seen visits to the page
     * @param seenReached of them, those that reached a goal afterwards
     */
    public record Call(String page, String label, long pressed, long pressedReached, long seen, long seenReached) {
        /** How many goals go with pressing it, beyond those of as many visits to the page: what it matters. */
        double weight() {
            return pressed == 0 || seen == 0 ? 0 : pressedReached - (double) pressed * seenReached / seen;
        }
    }
}
