package io.sojourn.eventlog;

/** The place asked for is not in this log: another log stands there, or what it held was deleted. */
public final class LogGap extends Exception {
    private static final long serialVersionUID = 1L;

    public LogGap(String message) {
        super(message);
    }
}
