package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that sends alerts, on threads of its own: whatever happens there, intake and reports do not notice. */
public final class AlertsModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsModule.class);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(named("alerts"));
    private final ExecutorService mailing = Executors.newSingleThreadExecutor(named("mail"));
    private final Vertx vertx = Vertx.vertx();
    private final AlertPost post;
    private final Notifier notifier;

    /** @param consoleUrl where people who get mail reach the console */
    public AlertsModule(
            AlertChannels channels,
            Deliveries deliveries,
            AlertSettings settings,
            String consoleUrl,
            InstantSource clock) {
        this.post = new AlertPost(channels, deliveries, clock);
        Predicate<InetAddress> reachable = settings.hooksToPrivate() ? address -> true : new PublicAddresses();
        Map<AlertChannel.Kind, Courier> couriers = new EnumMap<>(AlertChannel.Kind.class);
        couriers.put(AlertChannel.Kind.HOOK, new HookCourier(vertx, reachable, clock, HookCourier.PATIENCE));
        MailSettings mail = settings.mail();
        if (mail != null) {
            couriers.put(AlertChannel.Kind.MAIL, new MailCourier(mail, new MailText(consoleUrl), clock, mailing));
        }
        this.notifier = new Notifier(channels, deliveries, couriers, clock);
    }

    public AlertPost post() {
        return post;
    }

    /** Begins to send what is due. */
    public void start() {
        clockwork.scheduleWithFixedDelay(guarded(notifier::step), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks now and then whether there is something to tell. */
    public void watch(Runnable watch, Duration every) {
        clockwork.scheduleWithFixedDelay(guarded(watch), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that threw would never be run again. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException trouble) {
                LOG.error("alerts are held up", trouble);
            }
        };
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        mailing.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
