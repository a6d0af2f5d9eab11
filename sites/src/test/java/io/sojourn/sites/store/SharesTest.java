package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.share.Share;
import io.sojourn.sites.share.Shares.Created;
import io.sojourn.sites.share.Views.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String SESSION = "000102030405060708090a0b0c0d0e0f";

    @TempDir
    Path folder;

    private long now = 100 * DAY;
    private Database database;
    private SqlShares shares;
    private SqlViews views;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        shares = new SqlShares(database, () -> Instant.ofEpochMilli(now));
        views = new SqlViews(database, () -> Instant.ofEpochMilli(now));
        site = new SqlSites(database, () -> Instant.ofEpochMilli(now))
                .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLinkOpensUntilItsTimeIsOver() {
        Created created = shares.create(site, SESSION, 4_200, "ann@shop.example", DAY);

        assertThat(shares.opened(created.token())).isEqualTo(created.share());
        assertThat(shares.of(site, SESSION)).containsExactly(created.share());
        now += DAY;
        assertThat(shares.opened(created.token())).isNull();
        assertThat(shares.of(site, SESSION)).isEmpty();
    }

    @Test
    void aRevokedLinkOpensNoMore() {
        Created created = shares.create(site, SESSION, 0, "ann@shop.example", DAY);
        assertThat(shares.revoke(site + 1, created.share().id()))
                .as("of another site")
                .isFalse();
        assertThat(shares.revoke(site, created.share().id())).isTrue();
        assertThat(shares.opened(created.token())).isNull();
        assertThat(shares.revoke(site, created.share().id())).isFalse();
    }

    @Test
    void theTokenIsNotKept() throws Exception {
        String token = shares.create(site, SESSION, 0, "ann@shop.example", DAY).token();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void aLinkNeitherLastsForEverNorIsGuessed() {
        assertThatThrownBy(() -> shares.create(site, SESSION, 0, "ann", 91 * DAY))
                .hasMessageEndingWith("expiresInMs.");
        assertThatThrownBy(() -> shares.create(site, SESSION, 0, "ann", 1)).hasMessageEndingWith("expiresInMs.");
        Share share = shares.create(site, SESSION, 0, "ann", DAY).share();
        for (String guess : List.of("", "x", share.id(), "' OR 1=1 --", "0".repeat(64))) {
            assertThat(shares.opened(guess)).isNull();
        }
    }

    @Test
    void whoLooksAgainAtOnceIsWrittenDownOnce() {
        views.looked(site, SESSION, "ann", "player");
        now += 60_000;
        views.looked(site, SESSION, "ann", "player");
        views.looked(site, SESSION, "ann", "rrweb");
        now += 10 * 60_000;
        views.looked(site, SESSION, "ann", "player");

        assertThat(views.of(site, SESSION))
                .containsExactly(
                        new View(now, "ann", "player"),
                        new View(now - 10 * 60_000, "ann", "rrweb"),
                        new View(now - 11 * 60_000, "ann", "player"));
    }

    @Test
    void withTheSessionItsLinksAndViewsAreForgotten() {
        String token = shares.create(site, SESSION, 0, "ann", DAY).token();
        views.looked(site, SESSION, "ann", "player");
        shares.forget(site, SESSION);

        assertThat(shares.opened(token)).isNull();
        assertThat(views.of(site, SESSION)).isEmpty();
    }
}
