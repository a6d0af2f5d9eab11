package io.sojourn.server;

import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.RateLimits;
import io.sojourn.eventlog.asset.FileAssetStore;

/**
 * What an owner can set about receiving.
 *
 * @param limits how much one address and one site may send
 * @param disk when the disk counts as nearly full
 * @param proxies whose word about a sender's address counts
 * @param assetQuota bytes of style sheets, images and fonts for each site
 */
public record Receiving(RateLimits.PerSecond limits, DiskWatch.Marks disk, Proxies proxies, long assetQuota) {
    static final Receiving DEFAULT = new Receiving(
            RateLimits.PerSecond.DEFAULT, DiskWatch.Marks.DEFAULT, Proxies.NONE, FileAssetStore.DEFAULT_QUOTA);
}
