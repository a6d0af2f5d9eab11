package io.sojourn.sites.store;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.sojourn.sites.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Accounts in the owners' database. */
public final class SqlAccounts implements Accounts {
    private static final int MIN_PASSWORD = 10;
    private static final int MAX_PASSWORD = 200;
    private static final Duration LOGIN_LASTS = Duration.ofDays(14);
    /** OWASP's first choice of parameters (2024): 19 MiB, two passes, one lane. */
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNothing;

    public SqlAccounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.hashOfNothing = hash("nobody has this password");
    }

    @Override
    public boolean none() {
        return database.list("SELECT id FROM account", row -> row.getInt(1)).isEmpty();
    }

    @Override
    public void create(String email, String password) {
        String address = tidy(email);
        if (!address.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
            throw new IllegalArgumentException("\"" + email + "\" is not an e-mail address.");
        }
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw new IllegalArgumentException(
                    "Choose a password of " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters.");
        }
        if (passwordHash(address) != null) {
            throw new IllegalArgumentException("There is an account for " + address + " already.");
        }
        database.update(
                "INSERT INTO account (email, password_hash, created_at) VALUES (?, ?, ?)",
                address,
                hash(password),
                clock.millis());
    }

    @Override
    public boolean passwordFits(String email, String password) {
        if (password.length() > MAX_PASSWORD) {
            return false;
        }
        String known = passwordHash(tidy(email));
        // An unknown address costs the same time, so that the answer's speed does not tell who has an account.
        boolean fits =
                Password.check(password, known != null ? known : hashOfNothing).with(ARGON2);
        return fits && known != null;
    }

    @Override
    public String logIn(String email) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.millis();
        database.update("DELETE FROM login WHERE expires_at < ?", now);
        database.update(
                "INSERT INTO login (token_hash, email, expires_at) VALUES (?, ?, ?)",
                sha256(token),
                tidy(email),
                now + LOGIN_LASTS.toMillis());
        return token;
    }

    @Override
    public @Nullable String whoHas(String token) {
        List<String> found = database.list(
                "SELECT email FROM login WHERE token_hash = ? AND expires_at >= ?",
                row -> row.getString(1),
                sha256(token),
                clock.millis());
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public void logOut(String token) {
        database.update("DELETE FROM login WHERE token_hash = ?", sha256(token));
    }

    private @Nullable String passwordHash(String email) {
        List<String> found =
                database.list("SELECT password_hash FROM account WHERE email = ?", row -> row.getString(1), email);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    private static String tidy(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static String sha256(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
