package io.sojourn.replay.dom;

/** The sender's mistake: a program that breaks the grammar or a bound. Nothing after it can be drawn until a new snapshot. */
public final class ProgramRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        UNKNOWN_NUMBER,
        CUT_SHORT,
        MISPLACED,
        TOO_LARGE,
        TOO_DEEP,
        BAD_STRING,
        /** It follows a refused or a missing program, so its counting cannot be trusted. */
        NO_SNAPSHOT
    }

    private final Reason reason;

    public ProgramRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
