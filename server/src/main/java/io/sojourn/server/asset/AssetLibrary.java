package io.sojourn.server.asset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.asset.Asset;
import io.sojourn.eventlog.asset.AssetKind;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.replay.Playbacks;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.sites.asset.AssetBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which copies there are for a visit. Any thread. */
public final class AssetLibrary implements Playbacks.Library {
    private final AssetBook book;
    private final AssetStore store;
    private final AssetPaths paths;
    private final Cache<Wanted, Optional<AssetBook.Entry>> looked = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    /** Visits within the same hour see the same. */
    private record Wanted(int site, String address, long hour) {}

    public AssetLibrary(AssetBook book, AssetStore store, AssetPaths paths) {
        this.book = book;
        this.store = store;
        this.paths = paths;
    }

    @Override
    public AssetCopies of(int site, long at) {
        return new Copies(site, at);
    }

    private final class Copies implements AssetCopies {
        private final int site;
        private final long at;

        Copies(int site, long at) {
            this.site = site;
            this.at = at;
        }

        @Override
        public @Nullable String copyOf(String address) {
            AssetBook.Entry entry = entry(address);
            String hash = entry == null ? null : entry.hash();
            return hash != null && store.has(site, Id128.parse(hash)) ? paths.of(site, hash) : null;
        }

        @Override
        public @Nullable String sheet(String hash) {
            Asset sheet = store.read(site, null, Id128.parse(hash));
            return sheet == null || sheet.kind() != AssetKind.STYLE
                    ? null
                    : new String(sheet.content(), StandardCharsets.UTF_8);
        }

        @Override
        public String whyNot(String address) {
            AssetBook.Entry entry = entry(address);
            if (entry == null) {
                return "it has not been fetched yet";
            }
            return entry.reason() == null ? "our copy is gone" : entry.reason();
        }

        private AssetBook.@Nullable Entry entry(String address) {
            long hour = at / Duration.ofHours(1).toMillis();
            return looked.get(
                            new Wanted(site, address, hour), wanted -> Optional.ofNullable(book.at(site, address, at)))
                    .orElse(null);
        }
    }
}
