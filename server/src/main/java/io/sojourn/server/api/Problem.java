package io.sojourn.server.api;

/** An answer that says what is wrong (RFC 9457), with a sentence a person can act on. Carries no stack. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Problem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    static Problem notFound(String what) {
        return new Problem(404, "There is no such " + what + ".");
    }
}
