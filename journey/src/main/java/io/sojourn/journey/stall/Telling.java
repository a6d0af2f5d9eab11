package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Signal.Kind;
import java.util.List;

/** Which sign says most about what went wrong, where there are several. */
final class Telling {
    private static final List<Kind> ORDER = List.of(
            Kind.FORM_CLEARED,
            Kind.ERROR_LOOP,
            Kind.ERROR_CLICK,
            Kind.NOT_FOUND,
            Kind.SLOW_CLICK,
            Kind.SUBMIT_FAILED,
            Kind.ASKED_TWICE,
            Kind.DISABLED,
            Kind.DEAD,
            Kind.FALSE_AFFORDANCE,
            Kind.DEAD_KEY,
            Kind.RAGE);

    private Telling() {}

    /** The most telling of them; the first where none stands out. */
    static Kind most(List<Kind> kinds) {
        return ORDER.stream().filter(kinds::contains).findFirst().orElse(kinds.get(0));
    }

    /** Less is more telling. What only says that it took long comes last. */
    static int place(Kind kind) {
        if (kind == Kind.NO_PROGRESS) {
            return Integer.MAX_VALUE;
        }
        int place = ORDER.indexOf(kind);
        return place < 0 ? ORDER.size() : place;
    }
}
