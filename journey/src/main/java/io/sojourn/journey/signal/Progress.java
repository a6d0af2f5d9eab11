package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Cart;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.SubmitResult;
import java.util.Set;

/** What counts as having got further without leaving the page (SIGNALS 11.1). */
public final class Progress {
    private Progress() {}

    /** @param completed fields that were left with something in them so far; added to */
    public static boolean in(Event event, Set<FormField> completed) {
        return switch (event.getKindCase()) {
            case FIELD_BLUR ->
                !event.getFieldBlur().getEmpty()
                        && completed.add(new FormField(
                                event.getFieldBlur().getForm(),
                                event.getFieldBlur().getKey()));
            case NAMED -> event.getNamed().getGoal();
            case ORDER -> true;
            case CART -> event.getCart().getAct() == Cart.Act.ADD;
            case SUBMIT_RESULT -> event.getSubmitResult().getOutcome() == SubmitResult.Outcome.SUCCEEDED;
            default -> false;
        };
    }
}
