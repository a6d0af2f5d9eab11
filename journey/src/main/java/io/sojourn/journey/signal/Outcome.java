package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Response;

/**
 * What a click led to. Of many nothing is known: not watched, not visible to the agent, or the visitor was gone too soon.
 *
 * @param watchedMs how long nothing had happened
 */
record Outcome(Answer answer, Response response, long watchedMs) {
    static final Outcome UNKNOWN = new Outcome(Answer.UNKNOWN, Response.UNKNOWN_LEFT, 0);

    enum Answer {
        GIVEN,
        NONE,
        UNKNOWN
    }

    static Outcome of(ClickOutcome told, ClickRules rules) {
        long after = Integer.toUnsignedLong(told.getAfterMs());
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
