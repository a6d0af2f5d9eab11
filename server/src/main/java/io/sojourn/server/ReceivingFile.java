package io.sojourn.server;

import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.RateLimits;
import io.sojourn.eventlog.Durability;
import io.sojourn.server.tls.TlsFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the settings file about receiving; what is not said is as usual. Megabytes are of 1,048,576 bytes. */
record ReceivingFile(
        @Nullable Integer perAddress,
        @Nullable Integer perSite,
        @Nullable Long refuseRecordingsBelowMb,
        @Nullable Long refuseBelowMb,
        @Nullable List<String> trustedProxies,
        @Nullable Long assetsPerSiteMb,
        @Nullable String durability,
        @Nullable Tls tls,
        @Nullable Boolean accessLog) {

    /** Two PEM files. */
    record Tls(@Nullable String certificate, @Nullable String key) {
        TlsFiles files() {
            if (certificate == null || key == null) {
                throw new IllegalArgumentException("receiving.tls needs both, certificate and key.");
            }
            return new TlsFiles(Path.of(certificate), Path.of(key));
        }
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    Receiving receiving() {
        Receiving usual = Receiving.DEFAULT;
        return new Receiving(
                new RateLimits.PerSecond(
                        or(perAddress, usual.limits().address()),
                        or(perSite, usual.limits().site())),
                new DiskWatch.Marks(
                        bytes(refuseRecordingsBelowMb, usual.disk().playback()),
                        bytes(refuseBelowMb, usual.disk().all())),
                trustedProxies == null ? usual.proxies() : Proxies.of(trustedProxies),
                bytes(assetsPerSiteMb, usual.assetQuota()),
                durability == null ? usual.durability() : Durability.ofKey(durability),
                tls == null ? null : tls.files(),
                Boolean.TRUE.equals(accessLog));
    }

    private static int or(@Nullable Integer said, int otherwise) {
        return said == null ? otherwise : said;
    }

    private static long bytes(@Nullable Long megabytes, long otherwise) {
        return megabytes == null ? otherwise : megabytes << 20;
    }
}
