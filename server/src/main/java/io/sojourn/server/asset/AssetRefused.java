package io.sojourn.server.asset;

/** Something is not fetched, or was not what it should be. Carries no stack: it is an answer. */
final class AssetRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean forGood;

    private AssetRefused(String reason, boolean forGood) {
        super(reason, null, false, false);
        this.forGood = forGood;
    }

    /** Asking again would change nothing soon. @param reason the end of a sentence */
    static AssetRefused forGood(String reason) {
        return new AssetRefused(reason, true);
    }

    /** It may work later. */
    static AssetRefused forNow(String reason) {
        return new AssetRefused(reason, false);
    }

    boolean isForGood() {
        return forGood;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
