package io.sojourn.sites;

import org.jspecify.annotations.Nullable;

/** Who may log in to the console. Any thread. Passwords are kept as argon2id hashes, cookies as SHA-256 of their tokens. */
public interface Accounts {
    boolean none();

    /** @throws IllegalArgumentException with a sentence when the address or the password will not do, or is taken */
    void create(String email, String password);

    boolean passwordFits(String email, String password);

    /** Begins a log-in that lasts two weeks. @return the token for the cookie; it is not kept */
    String logIn(String email);

    /** The account's address, or null when the token is unknown or its time is over. */
    @Nullable
    String whoHas(String token);

    void logOut(String token);
}
