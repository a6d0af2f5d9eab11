package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetBookTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String LOGO = "https://shop.example/logo.png";
    private static final String OLD = "0".repeat(32);
    private static final String NEW = "1".repeat(32);

    @TempDir
    Path folder;

    private Database database;
    private SqlAssetBook book;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        book = new SqlAssetBook(database);
        site = new SqlSites(database, () -> Instant.ofEpochMilli(0))
                .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVisitIsShownWithWhatStoodThereAtItsTime() {
        book.found(site, LOGO, OLD, DAY);
        book.found(site, LOGO, OLD, 2 * DAY);
        book.found(site, LOGO, NEW, 5 * DAY);

        assertThat(book.at(site, LOGO, 0).hash()).as("before anybody looked").isEqualTo(OLD);
        assertThat(book.at(site, LOGO, 3 * DAY).hash()).isEqualTo(OLD);
        assertThat(book.at(site, LOGO, 5 * DAY - 60_000).hash())
                .as("fetched a minute after it was seen")
                .isEqualTo(NEW);
        assertThat(book.last(site, LOGO).lastAt()).isEqualTo(5 * DAY);
        assertThat(book.at(site, "https://shop.example/other.png", DAY)).isNull();
    }

    @Test
    void aContentGoesBeforeALaterFailure() {
        book.failed(site, LOGO, "its server answered 404", DAY);
        assertThat(book.at(site, LOGO, DAY).reason()).isEqualTo("its server answered 404");
        book.found(site, LOGO, OLD, 2 * DAY);
        book.failed(site, LOGO, "its server answered 500", 3 * DAY);

        assertThat(book.at(site, LOGO, 3 * DAY).hash()).isEqualTo(OLD);
        assertThat(book.last(site, LOGO).reason()).isEqualTo("its server answered 500");
    }

    @Test
    void whatWasNotSeenForLongIsForgotten() {
        book.found(site, LOGO, OLD, DAY);
        book.found(site, LOGO, NEW, 40 * DAY);

        assertThat(book.forget(30 * DAY)).isEqualTo(1);
        assertThat(book.at(site, LOGO, DAY).hash()).isEqualTo(NEW);
    }
}
