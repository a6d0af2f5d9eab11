package io.sojourn.sessions.derive;

/**
 * An unchanging snapshot of everything an owner can set that changes facts.
 *
 * @param version grows with every change; kept with the facts it made
 */
public record Rules(int version) {
    public static final Rules DEFAULT = new Rules(1);
}
