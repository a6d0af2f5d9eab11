package io.sojourn.sessions.filter;

import io.sojourn.eventlog.Id128;
import java.util.Set;

/** What values a field has and how it can be asked. */
enum Kind {
    TEXT(Op.TEXT),
    VISITOR(Op.EXACT),
    NUMBER(Op.NUMBER),
    YES_NO(Op.EXACT);

    private static final int MAX_LENGTH = 512;

    final Set<Op> ops;

    Kind(Set<Op> ops) {
        this.ops = ops;
    }

    /** @throws IllegalArgumentException with a sentence, if the value is none of these */
    void check(Field field, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The value of \"" + field.key() + "\" must have 1 to " + MAX_LENGTH + " characters.");
        }
        switch (this) {
            case TEXT -> {}
            case VISITOR -> checkVisitor(value);
            case NUMBER -> checkNumber(field, value);
            case YES_NO -> checkYesNo(field, value);
        }
    }

    private static void checkVisitor(String value) {
        try {
            Id128.parse(value);
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("A visitor is named by 32 hex digits.", notAnId);
        }
    }

    private static void checkNumber(Field field, String value) {
        if (!value.matches("\\d{1,15}")) {
            throw new IllegalArgumentException("\"" + field.key() + "\" needs a whole number, not \"" + value + "\".");
        }
    }

    private static void checkYesNo(Field field, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("\"" + field.key() + "\" is either true or false.");
        }
    }
}
