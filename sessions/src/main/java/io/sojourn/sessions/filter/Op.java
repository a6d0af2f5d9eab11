package io.sojourn.sessions.filter;

import java.util.Locale;
import java.util.Set;

/** How a condition compares. Each has an opposite; what one lets pass the other does not, and nothing falls between. */
public enum Op {
    IS,
    NOT,
    CONTAINS,
    NOT_CONTAINS,
    /** Any of several values, written with {@code |} between them. */
    IN,
    NOT_IN,
    AT_LEAST,
    BELOW,
    AT_MOST,
    ABOVE;

    static final Set<Op> EXACT = Set.of(IS, NOT);
    static final Set<Op> TEXT = Set.of(IS, NOT, CONTAINS, NOT_CONTAINS, IN, NOT_IN);
    static final Set<Op> NUMBER = Set.of(IS, NOT, AT_LEAST, BELOW, AT_MOST, ABOVE);

    /** The name on the outside. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Op opposite() {
        return switch (this) {
            case IS -> NOT;
            case NOT -> IS;
            case CONTAINS -> NOT_CONTAINS;
            case NOT_CONTAINS -> CONTAINS;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case AT_LEAST -> BELOW;
            case BELOW -> AT_LEAST;
            case AT_MOST -> ABOVE;
            case ABOVE -> AT_MOST;
        };
    }

    /** Whether this is the opposite of what is asked for in words. */
    public boolean negative() {
        return this == NOT || this == NOT_CONTAINS || this == NOT_IN || this == BELOW || this == ABOVE;
    }
}
