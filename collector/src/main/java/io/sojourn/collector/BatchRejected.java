package io.sojourn.collector;

/** The batch will never be taken; trying again would not help. Carries no stack: it is an answer, not an accident. */
public final class BatchRejected extends Exception {
    private static final long serialVersionUID = 1L;
    private final Rejection reason;

    public BatchRejected(Rejection reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }
}
