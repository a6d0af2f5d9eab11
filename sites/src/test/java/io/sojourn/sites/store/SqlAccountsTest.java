package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlAccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000));

    @TempDir
    Path folder;

    @Test
    void onlyTheRightPasswordFits() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlAccounts accounts = new SqlAccounts(database, now::get);
            assertThat(accounts.none()).isTrue();
            accounts.create("Ann@Shop.example", PASSWORD);

            assertThat(accounts.none()).isFalse();
            assertThat(accounts.passwordFits("ann@shop.example", PASSWORD)).isTrue();
            assertThat(accounts.passwordFits("ann@shop.example", PASSWORD + "!"))
                    .isFalse();
            assertThat(accounts.passwordFits("bob@shop.example", PASSWORD)).isFalse();
        }
    }

    @Test
    void aLogInEndsWhenItsTimeIsOverOrWhenAskedTo() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlAccounts accounts = new SqlAccounts(database, now::get);
            String token = accounts.logIn("ann@shop.example");
            String other = accounts.logIn("ann@shop.example");
            assertThat(accounts.whoHas(token)).isEqualTo("ann@shop.example");
            assertThat(accounts.whoHas("made up")).isNull();

            accounts.logOut(other);
            assertThat(accounts.whoHas(other)).isNull();

            now.set(now.get().plus(Duration.ofDays(15)));
            assertThat(accounts.whoHas(token)).isNull();
        }
    }

    @Test
    void neitherPasswordNorTokenIsOnTheDisk() throws Exception {
        String token;
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlAccounts accounts = new SqlAccounts(database, now::get);
            accounts.create("ann@shop.example", PASSWORD);
            token = accounts.logIn("ann@shop.example");
        }
        String file = Files.readString(folder.resolve("owners.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain(PASSWORD).doesNotContain(token);
    }

    @Test
    void aWeakPasswordAndATakenAddressAreRefusedWithASentence() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlAccounts accounts = new SqlAccounts(database, now::get);
            assertThatThrownBy(() -> accounts.create("ann@shop.example", "short"))
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> accounts.create("ann", PASSWORD)).hasMessageContaining("e-mail");
            accounts.create("ann@shop.example", PASSWORD);
            assertThatThrownBy(() -> accounts.create("ann@shop.example", PASSWORD))
                    .hasMessageContaining("already");
        }
    }
}
