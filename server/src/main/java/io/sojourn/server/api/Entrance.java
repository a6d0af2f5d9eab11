package io.sojourn.server.api;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tokens that are printed at the start and open the console before there is a password. Kept in memory only. */
public final class Entrance {
    private final String setupToken = fresh();
    private final @Nullable String demoToken;

    private Entrance(@Nullable String demoToken) {
        this.demoToken = demoToken;
    }

    public static Entrance forOwner() {
        return new Entrance(null);
    }

    /** Also has a token that lets in without an account; for throw-away data only. */
    public static Entrance forDemo() {
        return new Entrance(fresh());
    }

    public String setupToken() {
        return setupToken;
    }

    public @Nullable String demoToken() {
        return demoToken;
    }

    boolean opensSetup(String token) {
        return Login.same(token, setupToken);
    }

    boolean opensDemo(String token) {
        return demoToken != null && Login.same(token, demoToken);
    }

    private static String fresh() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
