package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cause of a stall from its evidence, the first that matches (SIGNALS 11.2). A control that was pressed twice and never
 * answered is taken for broken when nothing says otherwise.
 */
final class Causes {
    private static final Set<Kind> BROKEN = EnumSet.of(Kind.ERROR_CLICK, Kind.NOT_FOUND, Kind.PAGE_LOOP);
    private static final Set<Kind> ALSO_BROKEN = EnumSet.of(Kind.SCRIPT_ERROR, Kind.FAILED_REQUEST, Kind.BROKEN_IMAGE);
    private static final Set<Kind> SLOW = EnumSet.of(Kind.SLOW_VIEW, Kind.LEFT_LOADING, Kind.SLOW_CLICK, Kind.FREEZE);
    private static final Set<Kind> FORM_ERROR = EnumSet.of(Kind.SUBMIT_FAILED, Kind.ERROR_LOOP, Kind.FORM_CLEARED);
    private static final Set<Kind> FORM_EFFORT = EnumSet.of(Kind.ASKED_TWICE, Kind.CORRECTIONS);
    private static final Set<Kind> NOT_FOUND = EnumSet.of(Kind.ZERO_RESULT, Kind.POGO, Kind.FILTER_ZERO);
    private static final Set<Kind> UNANSWERED = EnumSet.of(Kind.DEAD, Kind.DEAD_KEY, Kind.FOCUS_TRAP);
    private static final Set<Kind> UNCLEAR = EnumSet.of(
            Kind.FALSE_AFFORDANCE,
            Kind.DISABLED,
            Kind.HESITATION,
            Kind.U_TURN,
            Kind.RAGE,
            Kind.MISSED_TAP,
            Kind.LOST_FOCUS,
            Kind.DEAD_SWIPE,
            Kind.SHIFTED_CLICK);
    /** Where one decides about money, as far as a path tells. */
    private static final Pattern MONEY =
            Pattern.compile("(cart|basket|checkout|pay|price|pricing|plan|shipping|delivery|billing|order)");

    private Causes() {}

    /**
     * @param serverFailed whether the answer to a form was an error of the server; one that says what to correct is none
     * @param given whether the visitor gave up
     */
    static Cause of(Subject subject, List<Signal> evidence, boolean serverFailed, String template, boolean given) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        evidence.forEach(signal -> kinds.add(signal.kind()));
        boolean form = subject.about().equals(Subject.FORM);
        if (form ? serverFailed || kinds.contains(Kind.SCRIPT_ERROR) : any(kinds, BROKEN) || any(kinds, ALSO_BROKEN)) {
            return Cause.BROKEN;
        }
        if (any(kinds, SLOW)) {
            return Cause.SLOW;
        }
        if (any(kinds, FORM_ERROR)) {
            return Cause.FORM_ERROR;
        }
        if (any(kinds, FORM_EFFORT)) {
            return Cause.FORM_EFFORT;
        }
        if (any(kinds, NOT_FOUND)) {
            return Cause.NOT_FOUND;
        }
        if (any(kinds, UNANSWERED)) {
            return Cause.BROKEN;
        }
        if (any(kinds, UNCLEAR)) {
            return Cause.UNCLEAR;
        }
        return given && MONEY.matcher(template).find() ? Cause.CHOICE : Cause.UNKNOWN;
    }

    private static boolean any(Set<Kind> kinds, Set<Kind> wanted) {
        return kinds.stream().anyMatch(wanted::contains);
    }
}
