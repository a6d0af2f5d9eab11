package io.sojourn.collector;

import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.asset.AssetStore;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the contents that no kept recording can need any more. To be run once an hour, by one thread. */
public final class AssetKeeper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AssetKeeper.class);

    /** A session lasts a day at most, and its last batches may come late. */
    private static final Duration SLACK = Duration.ofDays(2);

    private final AssetStore assets;
    private final Duration recordingsKept;
    private final InstantSource clock;

    public AssetKeeper(AssetStore assets, Duration recordingsKept, InstantSource clock) {
        this.assets = assets;
        this.recordingsKept = recordingsKept;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            assets.collect(clock.instant().minus(recordingsKept).minus(SLACK).toEpochMilli());
        } catch (LogUnavailable weather) {
            LOG.warn("assets that nothing needs could not be deleted; they are tried again in an hour", weather);
        }
    }
}
