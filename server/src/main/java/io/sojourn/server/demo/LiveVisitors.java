package io.sojourn.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors who are on the shop right now, without a browser: recorded visits told again at their natural pace, over real HTTP.
 * They come until the time is over or {@link #close} is called. One thread of its own; every method may be called from any.
 */
public final class LiveVisitors implements AutoCloseable {
    private static final int TRIES = 4;

    /**
     * @param collector the address batches are posted to, such as {@code http://127.0.0.1:7080/v1/batch}
     * @param shopOrigin sent as the Origin of every batch
     * @param between how long after one visitor the next one comes, on average
     * @param lasts after this long nobody comes any more; those who are there finish
     */
    public record Plan(URI collector, String siteKey, String shopOrigin, Duration between, Duration lasts, long seed) {}

    private final Plan plan;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread named = new Thread(task, "demo-visitors");
        named.setDaemon(true);
        return named;
    });
    private final SplittableRandom random;
    private final Crowd crowd;
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    public LiveVisitors(Plan plan, InstantSource clock) {
        this(plan, clock, RecordedVisits.shipped());
    }

    LiveVisitors(Plan plan, InstantSource clock, List<RecordedVisit> recorded) {
        this.plan = plan;
        this.clock = clock;
        this.random = new SplittableRandom(plan.seed());
        this.crowd = new Crowd(recorded, new VisitCalendar(ZoneId.systemDefault()), random.split());
    }

    /** The first visitor comes at once. To be called once. */
    public void start() {
        Instant until = clock.instant().plus(plan.lasts());
        thread.execute(() -> welcome(until));
    }

    /** Visits begun so far. */
    public int visits() {
        return visits.get();
    }

    /** Batches the collector has taken. */
    public int accepted() {
        return accepted.get();
    }

    /** Batches it refused for good, or that could not be brought to it in {@value #TRIES} tries. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void welcome(Instant until) {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            return;
        }
        RecordedVisit visit = crowd.chooseVisit(now);
        Visitor visitor = crowd.chooseVisitor(visit, now);
        var occasion = new Retelling.Occasion(plan.siteKey(), plan.shopOrigin(), visitor, now, true);
        new Retelling(visit, occasion, random.split())
                .arrivals()
                .forEach(arrival -> later(Duration.between(now, arrival.at()), () -> send(arrival, TRIES)));
        visits.incrementAndGet();
        later(
                Duration.ofMillis((long) (plan.between().toMillis() * random.nextDouble(0.5, 1.5))),
                () -> welcome(until));
    }

    private void send(Arrival arrival, int tries) {
        HttpRequest request = HttpRequest.newBuilder(plan.collector())
                .timeout(Duration.ofSeconds(10))
                .header("User-Agent", arrival.from().userAgent())
                .header("Origin", plan.shopOrigin())
                .POST(HttpRequest.BodyPublishers.ofByteArray(arrival.batch()))
                .build();
        try {
            answered(
                    arrival,
                    tries,
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException weather) {
            again(arrival, tries);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(Arrival arrival, int tries, int status) {
        if (status / 100 == 2) {
            accepted.incrementAndGet();
        } else if (status == 429 || status == 503) {
            again(arrival, tries);
        } else {
            lost.incrementAndGet();
        }
    }

    private void again(Arrival arrival, int tries) {
        if (tries > 1) {
            later(Duration.ofSeconds(2L * (TRIES + 1 - tries)), () -> send(arrival, tries - 1));
        } else {
            lost.incrementAndGet();
        }
    }

    private void later(Duration delay, Runnable task) {
        try {
            thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // Closed meanwhile: nobody comes any more.
        }
    }
}
