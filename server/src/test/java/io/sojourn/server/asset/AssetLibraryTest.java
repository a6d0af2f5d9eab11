package io.sojourn.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.asset.AssetKind;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlAssetBook;
import io.sojourn.sites.store.SqlSites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetLibraryTest {
    private static final String LOGO = "https://shop.example/logo.png";

    @TempDir
    Path folder;

    @Test
    void aCopyIsNamedByContentUnderAPathOfTheSitesOwn() throws Exception {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            int site = new SqlSites(database, () -> Instant.ofEpochMilli(0))
                    .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                    .id();
            SqlAssetBook book = new SqlAssetBook(database);
            FileAssetStore store = FileAssetStore.open(folder.resolve("assets"), 1 << 20);
            AssetPaths paths = new AssetPaths();
            Id128 hash = store.put(site, AssetKind.IMAGE, "image/png", HostileServer.PNG, 1);
            Id128 css = store.put(site, AssetKind.STYLE, "", "p{}".getBytes(StandardCharsets.UTF_8), 1);
            book.found(site, LOGO, hash.toString(), 1);
            book.failed(site, "https://shop.example/gone.png", "its server answered 404", 1);
            book.found(site, "https://shop.example/lost.png", "0".repeat(32), 1);
            AssetCopies copies = new AssetLibrary(book, store, paths).of(site, 1);

            assertThat(copies.copyOf(LOGO)).matches("/a/[0-9a-f]{32}/" + hash);
            assertThat(paths.site(site)).isNotEqualTo(paths.site(site + 1)).isNotEqualTo(new AssetPaths().site(site));
            assertThat(copies.copyOf("https://shop.example/gone.png")).isNull();
            assertThat(copies.whyNot("https://shop.example/gone.png")).isEqualTo("its server answered 404");
            assertThat(copies.copyOf("https://shop.example/lost.png"))
                    .as("our copy was deleted")
                    .isNull();
            assertThat(copies.whyNot("https://shop.example/lost.png")).isEqualTo("our copy is gone");
            assertThat(copies.copyOf("https://shop.example/new.png")).isNull();
            assertThat(copies.sheet(css.toString())).isEqualTo("p{}");
            assertThat(copies.sheet(hash.toString())).as("no style sheet").isNull();
        }
    }
}
