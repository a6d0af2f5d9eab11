package io.sojourn.sessions.follow;

/** The sender's mistake: what came cannot be read, and trying again would not help. */
final class Undigestible extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason a few plain words that stand in reports, without anything the sender wrote */
    Undigestible(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
