package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Response;

/**
 * What a click led to. Of many nothing is known: not watched, not visible to the agent, or the visitor was gone too soon.
 *
 * @param watchedMs how long nothing had happened
 * @param pending a request was under way before anything was seen: waiting, not dead
 * @param settledMs from the press to the end of that request; 0 for none
 */
record Outcome(Answer answer, Response response, long watchedMs, boolean pending, long settledMs) {
    static final Outcome UNKNOWN = new Outcome(Answer.UNKNOWN, Response.UNKNOWN_LEFT, 0);

    Outcome(Answer answer, Response response, long watchedMs) {
        this(answer, response, watchedMs, false, 0);
    }

    enum Answer {
        GIVEN,
        NONE,
        UNKNOWN
    }

    /** @param untilNext ms from the press to that of something else, which whatever came later is put down to */
    static Outcome of(ClickOutcome told, long untilNext, ClickRules rules) {
        long after = Integer.toUnsignedLong(told.getAfterMs());
        if (!told.getPending()
                && after >= untilNext
                && withoutRequest(told, after, rules).given()) {
            return untilNext < rules.deadAfterLeaving()
                    ? UNKNOWN
                    : new Outcome(Answer.NONE, Response.NO_RESPONSE, Math.min(untilNext, rules.deadAfter()));
        }
        Outcome outcome = withoutRequest(told, after, rules);
        return told.getPending() ? outcome.waiting(after, Integer.toUnsignedLong(told.getSettledMs())) : outcome;
    }

    /** A request stops the verdict that nothing happens (SIGNALS 4). */
    private Outcome waiting(long after, long settled) {
        return answer == Answer.NONE
                ? new Outcome(Answer.UNKNOWN, response, after, true, settled)
                : new Outcome(answer, response, watchedMs, true, settled);
    }

    private static Outcome withoutRequest(ClickOutcome told, long after, ClickRules rules) {
        return switch (told.getResponse()) {
            case NO_RESPONSE ->
                after < rules.deadAfterLeaving()
                        ? UNKNOWN
                        : new Outcome(Answer.NONE, told.getResponse(), Math.min(after, rules.deadAfter()));
            case UNOBSERVABLE, UNKNOWN_LEFT, UNRECOGNIZED -> new Outcome(Answer.UNKNOWN, told.getResponse(), 0);
            default -> new Outcome(Answer.GIVEN, told.getResponse(), after);
        };
    }

    /**
     * The same silence for a click that came so much later and was not watched itself. It is nothing for a click that was
     * answered, because the answer may have come in between.
     */
    Outcome forClickAfter(long ms, ClickRules rules) {
        boolean longEnough = watchedMs - ms >= rules.deadAfterLeaving();
        return none() && longEnough ? new Outcome(Answer.NONE, response, watchedMs - ms) : UNKNOWN;
    }

    boolean none() {
        return answer == Answer.NONE;
    }

    boolean given() {
        return answer == Answer.GIVEN;
    }
}
