package io.sojourn.journey.signal;

import java.util.List;
import java.util.Map;

/** What each detector looks for, in words, and the thresholds it judges by. */
public final class DetectorGuide {
    /** @param thresholds their names in {@link Limits} @param target of all visits, at most so many; 0 where none is set */
    public record Entry(Signal.Kind kind, String words, List<String> thresholds, double target) {}

    private static final Map<Signal.Kind, Double> TARGETS = Map.of(
            Signal.Kind.RAGE, 0.02, Signal.Kind.DEAD, 0.10, Signal.Kind.THRASH, 0.02, Signal.Kind.EXCESS_SCROLL, 0.05);

    private DetectorGuide() {}

    public static List<Entry> all() {
        return List.of(Signal.Kind.values()).stream()
                .map(kind -> new Entry(kind, words(kind), thresholds(kind), TARGETS.getOrDefault(kind, 0.0)))
                .toList();
    }

    private static List<String> thresholds(Signal.Kind kind) {
        String prefix = switch (kind) {
            case RAGE -> "rage.";
            case DEAD, DEAD_KEY, FALSE_AFFORDANCE -> "dead.";
            case DISABLED -> "disabled.";
            case ERROR_CLICK -> "error_click.";
            case SLOW_CLICK -> "slow_click.";
            case U_TURN -> "uturn.";
            case POGO -> "pogo.";
            case PAGE_LOOP -> "page_loop.";
            case HESITATION -> "hesitation.";
            case THRASH -> "thrash.";
            case EXCESS_SCROLL -> "excess_scroll.";
            case DEAD_SWIPE -> "dead_swipe.";
            case SHIFTED_CLICK -> "shifted_click.";
            case MISSED_TAP -> "missed_tap.";
            case FOCUS_TRAP -> "focus_trap.";
            case ERROR_LOOP -> "form.loop";
            case FORM_CLEARED -> "form.cleared";
            case CORRECTIONS -> "form.corrections";
            case ZERO_RESULT, FILTER_ZERO -> "search.";
            case SLOW_VIEW, LEFT_LOADING -> "vitals.";
            case FREEZE, FAILED_REQUEST -> "tech.";
            case NO_PROGRESS -> "stall.";
            default -> "none";
        };
        return Limits.defaults().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    private static String words(Signal.Kind kind) {
        return switch (kind) {
            case RAGE -> "One place is clicked again and again within a moment, or again and again without any answer.";
            case DEAD -> "A control is pressed and nothing happens while it is watched.";
            case FALSE_AFFORDANCE -> "Something that is no control is clicked by many visitors, and nothing happens.";
            case DISABLED -> "A control that is switched off is pressed repeatedly.";
            case ERROR_CLICK -> "A script of the site, or a request, fails right after a click.";
            case SLOW_CLICK -> "The first answer to a click takes seconds.";
            case U_TURN -> "A page is left again at once, the way it was entered, without anything done on it.";
            case POGO -> "Several entries of one list are tried, each left at once.";
            case NOT_FOUND -> "A page that does not exist is reached.";
            case PAGE_LOOP -> "The same page loads again and again by itself.";
            case HESITATION -> "The pointer rests long on a control before it is first pressed.";
            case THRASH -> "The pointer is thrown back and forth.";
            case EXCESS_SCROLL -> "A long page is scrolled up and down many times.";
            case DEAD_SWIPE -> "A swipe moves nothing.";
            case SHIFTED_CLICK -> "The page moved under the pointer just before a click that was taken back.";
            case MISSED_TAP -> "Fingers land beside a control before they hit it.";
            case DEAD_KEY -> "Enter or space on a control does nothing.";
            case FOCUS_TRAP -> "The Tab key goes round among a few elements.";
            case LOST_FOCUS -> "After a key was pressed, nothing has the focus.";
            case SUBMIT_FAILED -> "Sending a form fails.";
            case ERROR_LOOP -> "Sending the same form fails repeatedly.";
            case FORM_CLEARED -> "After a failed attempt, fields that were filled in are empty.";
            case SENSITIVE_CLEARED -> "After a failed attempt only passwords or card codes are empty, as is usual.";
            case ASKED_TWICE -> "The same value is typed into a second form.";
            case CORRECTIONS -> "Much of what is typed into a field is deleted again.";
            case ZERO_RESULT -> "A search finds nothing.";
            case FILTER_ZERO -> "A filter leaves nothing.";
            case SLOW_VIEW -> "A page takes long to show.";
            case LEFT_LOADING -> "A page is left before it shows anything.";
            case SCRIPT_ERROR -> "A script of the site fails.";
            case FAILED_REQUEST -> "A request to the site fails or never ends.";
            case BROKEN_IMAGE -> "A picture or file in view is missing.";
            case FREEZE -> "The page does not react for seconds.";
            case NO_PROGRESS -> "A visitor is busy with a page for longer than nearly all who succeed there.";
        };
    }
}
