package io.sojourn.eventlog.asset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Assets as files under the data folder. Which there are is known in memory: about 150 bytes for each. The caller holds the data
 * folder's lock, so nobody else writes here.
 */
public final class FileAssetStore implements AssetStore {
    /** Two gigabytes a site, a quarter of it again for parts that are not shared yet. */
    public static final long DEFAULT_QUOTA = 2L << 30;

    private static final int MAX_OWN_REMEMBERED = 100_000;
    private static final int STRIPES = 64;

    private final Path root;
    private final long quota;
    private final Map<Integer, SiteAssets> sites = new ConcurrentHashMap<>();
    private final AtomicLong scratchNames = new AtomicLong();
    private final Object[] stripes = new Object[STRIPES];

    /** Parts their own session need not send again. Forgetting one costs one more upload, no more. */
    private final Cache<Own, Boolean> own = Caffeine.newBuilder()
            .maximumSize(MAX_OWN_REMEMBERED)
            .executor(Runnable::run)
            .build();

    private record Own(int site, Id128 session, Id128 hash) {}

    /**
     * @param quota bytes for each site
     * @throws LogUnavailable if the folder cannot be read
     */
    public static FileAssetStore open(Path root, long quota) {
        FileAssetStore store = new FileAssetStore(root, quota);
        AssetScan.of(root, site -> store.folders(site), store::site);
        return store;
    }

    private FileAssetStore(Path root, long quota) {
        this.root = root;
        this.quota = quota;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    @Override
    public boolean has(int site, Id128 hash) {
        return site(site).has(hash);
    }

    @Override
    public List<Id128> lacking(int site, Id128 session, List<Id128> hashes, long nowMillis) {
        SiteAssets assets = site(site);
        List<Id128> lacking = new ArrayList<>(0);
        for (Id128 hash : hashes) {
            if (!assets.use(hash, nowMillis) && own.getIfPresent(new Own(site, session, hash)) == null) {
                lacking.add(hash);
            }
        }
        return lacking;
    }

    @Override
    public Id128 put(int site, AssetKind kind, String contentType, byte[] content, long nowMillis)
            throws AssetRejected {
        Asset asset = AssetChecks.checked(kind, contentType, content);
        Id128 hash = AssetHash.of(content);
        synchronized (stripe(hash)) {
            share(site, hash, asset, nowMillis);
        }
        return hash;
    }

    @Override
    public Id128 putPart(int site, PartSender sender, byte[] content, long nowMillis) throws AssetRejected {
        Asset part = AssetChecks.checked(AssetKind.PART, "", content);
        Id128 hash = AssetHash.of(content);
        synchronized (stripe(hash)) {
            if (site(site).use(hash, nowMillis)) {
                return hash;
            }
            keepOwn(site, sender.session(), hash, part, nowMillis);
            if (witnesses(site, hash, sender.visitor(), nowMillis) >= SHARED_FROM) {
                share(site, hash, part, nowMillis);
            }
        }
        return hash;
    }

    private void share(int site, Id128 hash, Asset asset, long nowMillis) throws AssetRejected {
        SiteAssets assets = site(site);
        if (assets.use(hash, nowMillis)) {
            return;
        }
        assets.shared.take(AssetFile.bytes(asset));
        try {
            write(site, folders(site).shared(hash), asset, nowMillis);
            Files.deleteIfExists(folders(site).witness(hash));
        } catch (IOException trouble) {
            assets.shared.giveBack(AssetFile.bytes(asset));
            throw weather(trouble);
        }
        assets.add(hash, nowMillis);
    }

    private void keepOwn(int site, Id128 session, Id128 hash, Asset part, long nowMillis) throws AssetRejected {
        Path file = folders(site).own(session, hash);
        if (!Files.exists(file)) {
            Room room = site(site).own;
            room.take(AssetFile.bytes(part));
            try {
                write(site, file, part, nowMillis);
            } catch (IOException trouble) {
                room.giveBack(AssetFile.bytes(part));
                throw weather(trouble);
            }
        }
        own.put(new Own(site, session, hash), true);
    }

    private int witnesses(int site, Id128 hash, String visitor, long nowMillis) {
        try {
            return Witnesses.add(folders(site).witness(hash), hash, visitor, nowMillis);
        } catch (IOException trouble) {
            throw weather(trouble);
        }
    }

    private void write(int site, Path file, Asset asset, long nowMillis) throws IOException {
        Path scratch = folders(site).scratch();
        Files.createDirectories(scratch);
        AssetFile.write(file, scratch.resolve(String.valueOf(scratchNames.incrementAndGet())), asset, nowMillis);
    }

    @Override
    public @Nullable Asset read(int site, @Nullable Id128 session, Id128 hash) {
        AssetFolders folders = folders(site);
        try {
            if (has(site, hash)) {
                Asset asset = AssetFile.read(folders.shared(hash), hash);
                if (asset != null) {
                    return asset;
                }
                dropDamaged(site, hash);
            }
            return session == null ? null : AssetFile.read(folders.own(session, hash), hash);
        } catch (IOException trouble) {
            throw weather(trouble);
        }
    }

    private void dropDamaged(int site, Id128 hash) throws IOException {
        synchronized (stripe(hash)) {
            if (AssetFile.read(folders(site).shared(hash), hash) == null) {
                site(site).remove(hash);
                delete(folders(site).shared(hash), site(site).shared);
            }
        }
    }

    @Override
    public void used(int site, Id128 hash, long nowMillis) {
        site(site).use(hash, nowMillis);
    }

    @Override
    public void forget(int site, Id128 session) {
        own.asMap()
                .keySet()
                .removeIf(part -> part.site() == site && part.session().equals(session));
        try {
            for (Path file : AssetScan.list(folders(site).own(session))) {
                delete(file, site(site).own);
            }
            Files.deleteIfExists(folders(site).own(session));
        } catch (IOException trouble) {
            throw weather(trouble);
        }
    }

    @Override
    public int collect(long usedBefore) {
        int deleted = 0;
        try {
            for (int site : List.copyOf(sites.keySet())) {
                deleted += collectShared(site, usedBefore) + collectOwn(site, usedBefore);
            }
        } catch (IOException trouble) {
            throw weather(trouble);
        }
        return deleted;
    }

    private int collectShared(int site, long usedBefore) throws IOException {
        SiteAssets assets = site(site);
        int deleted = 0;
        for (Map.Entry<Id128, SiteAssets.Use> each : assets.all()) {
            Id128 hash = each.getKey();
            synchronized (stripe(hash)) {
                if (assets.removeUnused(hash, usedBefore)) {
                    delete(folders(site).shared(hash), assets.shared);
                    deleted++;
                } else {
                    rememberUse(site, hash, each.getValue());
                }
            }
        }
        return deleted;
    }

    private void rememberUse(int site, Id128 hash, SiteAssets.Use use) throws IOException {
        if (use.at() > use.written()) {
            Files.setLastModifiedTime(folders(site).shared(hash), FileTime.fromMillis(use.at()));
            site(site).written(hash, use.at());
        }
    }

    private int collectOwn(int site, long usedBefore) throws IOException {
        int deleted = 0;
        for (Path session : AssetScan.list(folders(site).own())) {
            for (Path file : AssetScan.list(session)) {
                if (Files.getLastModifiedTime(file).toMillis() < usedBefore) {
                    delete(file, site(site).own);
                    deleted++;
                }
            }
            AssetScan.deleteIfEmpty(session);
        }
        return deleted + AssetScan.deleteOlder(folders(site).witness(), usedBefore);
    }

    private static void delete(Path file, Room room) throws IOException {
        try {
            long size = Files.size(file);
            Files.delete(file);
            room.giveBack(size);
        } catch (NoSuchFileException gone) {
            // all that was wanted
        }
    }

    @Override
    public long bytes(int site) {
        return site(site).shared.taken() + site(site).own.taken();
    }

    private SiteAssets site(int site) {
        return sites.computeIfAbsent(site, fresh -> new SiteAssets(quota, quota / 4));
    }

    private AssetFolders folders(int site) {
        return new AssetFolders(root.resolve(String.valueOf(site)));
    }

    private Object stripe(Id128 hash) {
        return stripes[(int) (hash.low() & (STRIPES - 1))];
    }

    private static LogUnavailable weather(IOException trouble) {
        return new LogUnavailable("assets can neither be kept nor read now", trouble);
    }
}
