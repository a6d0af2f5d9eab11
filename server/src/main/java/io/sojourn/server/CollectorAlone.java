package io.sojourn.server;

import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.RateLimits;
import io.sojourn.eventlog.Durability;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.server.alert.AlertSettings;
import io.sojourn.sessions.follow.Retention;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * For measurements: the whole server as {@code serve} starts it, but nothing follows the log, so that what is measured is
 * receiving; and limits that no load reaches. Arguments: data folder, port, durability.
 */
public final class CollectorAlone {
    private static final int NO_LIMIT = 1_000_000;

    private CollectorAlone() {}

    public static void main(String[] arguments) throws Exception {
        Receiving receiving = new Receiving(
                new RateLimits.PerSecond(NO_LIMIT, NO_LIMIT),
                DiskWatch.Marks.DEFAULT,
                Proxies.of(List.of("127.0.0.1")),
                FileAssetStore.DEFAULT_QUOTA,
                Durability.ofKey(arguments[2]),
                null,
                false);
        Settings settings = new Settings(
                Path.of(arguments[0]),
                "127.0.0.1",
                Integer.parseInt(arguments[1]),
                null,
                System.getenv("SOJOURN_ADMIN_TOKEN"),
                Retention.DEFAULT,
                receiving,
                AlertSettings.DEFAULT);
        Assembly server = Assembly.start(settings, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
}
