package io.sojourn.server;

import io.sojourn.collector.Intake;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.collector.Sender;
import io.sojourn.eventlog.DataFolder;
import io.sojourn.eventlog.Id128;
import io.sojourn.server.api.Entrance;
import io.sojourn.server.api.ShopServer;
import io.sojourn.server.demo.BrowserVisitors;
import io.sojourn.server.demo.DemoHistory;
import io.sojourn.server.demo.LiveVisitors;
import io.sojourn.server.demo.ShopPages;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real server on a throw-away folder, a shop beside it, and visitors: past ones first, then live ones. */
final class Demo implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long SEED = 20;
    private static final int STEP_EVERY = 200;

    private final Closing closing = new Closing();
    private final DemoClock clock = new DemoClock(Instant.now().minus(DemoHistory.SPAN));
    private final Assembly server;
    private final Site site;
    private final String shopOrigin;
    private int received;

    Demo(int port, int shopPort) throws IOException, DataFolder.Unusable {
        Path folder = Files.createTempDirectory("sojourn-demo");
        closing.add(() -> delete(folder));
        shopOrigin = "http://" + HOST + ":" + shopPort;
        server = closing.add(
                Assembly.start(new Settings(folder, HOST, port, null, adminToken()), clock, Entrance.forDemo()));
        site = server.sites().create("Demo shop", List.of(Origin.of(shopOrigin)), Consent.NOT_REQUIRED);
        ShopPages pages = new ShopPages(server.snippet().lineFor(site));
        closing.add(ShopServer.start(HOST, shopPort, pages));
    }

    private static @Nullable String adminToken() {
        return System.getenv("SOJOURN_ADMIN_TOKEN");
    }

    /** Sends the past through the real intake, at the times it tells of, and rebuilds it. */
    void tellHistory(int visits) {
        DemoHistory history = new DemoHistory(site.key(), shopOrigin, ZoneId.systemDefault(), SEED);
        history.send(visits, Instant.now(), this::receive);
        server.sessions().follower().catchUp();
        clock.release();
    }

    private int receive(byte[] batch, String userAgent, String address, Instant at) {
        clock.tell(at);
        StatusOfAnswer status = new StatusOfAnswer();
        server.intake().receive(ByteBuffer.wrap(batch), new Sender(shopOrigin, userAgent, address), status);
        if (++received % STEP_EVERY == 0) {
            server.sessions().follower().step();
        }
        return status.code;
    }

    /** @param withBrowser also in a real browser, where there is one */
    void goLive(boolean withBrowser) {
        server.follow();
        LiveVisitors visitors = new LiveVisitors(
                new LiveVisitors.Plan(
                        URI.create(server.url() + "/v1/batch"),
                        site.key(),
                        shopOrigin,
                        Duration.ofSeconds(12),
                        Duration.ofMinutes(30),
                        SEED + 1),
                Clock.systemDefaultZone());
        closing.add(visitors);
        visitors.start();
        String home = System.getenv("SOJOURN_HOME");
        if (withBrowser && home != null && BrowserVisitors.possible(Path.of(home), System.getenv())) {
            try {
                closing.add(new BrowserVisitors(Path.of(home), shopOrigin, 40, SEED + 2));
            } catch (IOException noNode) {
                // then the visitors without a browser are all there are
            }
        }
    }

    String greeting() {
        String console = server.url() + "/enter#" + server.entrance().demoToken();
        return """
                The demo is ready.
                  Console    %s
                  The shop   %s/  (walk around in it: you are the next visitor)
                  Nothing of it is kept. Stop it with Ctrl-C.""".formatted(console, shopOrigin);
    }

    @Override
    public void close() {
        closing.close();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static final class StatusOfAnswer implements Intake.Answer {
        private int code;

        @Override
        public void logged(List<Id128> lacking) {
            code = 204;
        }

        @Override
        public void rejected(Rejection reason, String detail) {
            code = reason.status();
        }

        @Override
        public void refused(Refusal reason) {
            code = 503;
        }
    }
}
