package io.sojourn.eventlog.asset;

/** The content will not be kept, and trying again would not help. Carries no stack: it is an answer, not an accident. */
public final class AssetRejected extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The bytes do not have the hash they were sent under. */
        WRONG_HASH,
        TOO_LARGE,
        /** Not what its kind has to be. */
        WRONG_TYPE,
        /** The site has as much as it may have. */
        OVER_QUOTA
    }

    AssetRejected(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
