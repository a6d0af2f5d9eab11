package io.sojourn.server;

import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.RateLimits;
import io.sojourn.eventlog.Durability;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.server.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * What an owner can set about receiving.
 *
 * @param limits how much one address and one site may send
 * @param disk when the disk counts as nearly full
 * @param proxies whose word about a sender's address counts
 * @param assetQuota bytes of style sheets, images and fonts for each site
 * @param durability what an acknowledged batch survives
 * @param tls certificate and key for HTTPS, null for plain HTTP behind a proxy
 * @param accessLog whether each request is logged
 */
public record Receiving(
        RateLimits.PerSecond limits,
        DiskWatch.Marks disk,
        Proxies proxies,
        long assetQuota,
        Durability durability,
        @Nullable TlsFiles tls,
        boolean accessLog) {
    static final Receiving DEFAULT = new Receiving(
            RateLimits.PerSecond.DEFAULT,
            DiskWatch.Marks.DEFAULT,
            Proxies.NONE,
            FileAssetStore.DEFAULT_QUOTA,
            Durability.PROCESS_CRASH,
            null,
            false);
}
