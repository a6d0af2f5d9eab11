package io.sojourn.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.collector.Intake;
import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.Rejection;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlSites;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xnio.Options;

/** The intake as agents meet it: real Undertow, real log. */
class BatchHandlerTest {
    private static final long MEMORY = 8 << 20;
    private static final String SHOP = "https://shop.example";

    /** So long that no machine is slow enough to have a sender cut off for its silence. */
    private static final int PATIENT = 600_000;

    @TempDir
    Path folder;

    private final InstantSource clock = () -> Instant.ofEpochMilli(1_700_000_000_000L);
    private final HttpClient client = HttpClient.newHttpClient();
    private Database database;
    private Sites sites;
    private Site site;
    private EventLog log;
    private IntakeLedger ledger;
    private final BodyMemory memory = new BodyMemory(MEMORY);
    private Undertow server;

    @BeforeEach
    void start() {
        listen(PATIENT);
    }

    private void listen(int silenceMillis) {
        database = Database.inFile(folder.resolve("owners"));
        sites = new SqlSites(database, clock);
        site = sites.create("Shop", List.of(Origin.of(SHOP)), Consent.NOT_REQUIRED);
        log = ChronicleEventLog.open(folder.resolve("log"));
        ledger = new IntakeLedger(new SimpleMeterRegistry());
        Intake intake = new Intake(sites, log, ledger, clock, Runnable::run);
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setSocketOption(Options.READ_TIMEOUT, silenceMillis)
                .setHandler(new BatchHandler(intake, memory))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        log.close();
        database.close();
    }

    @Test
    void aGoodBatchIsInTheLogWhenTheAnswerIs204() throws Exception {
        byte[] body = batch(site.key()).build().toByteArray();
        HttpResponse<String> answer = post(body, SHOP);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).contains("Retry-After");
        List<LogRecord> kept = kept();
        assertThat(kept).hasSize(1);
        assertThat(bytes(kept.get(0))).isEqualTo(body);
        assertThat(kept.get(0).address()).isEqualTo("127.0.0.0");
        assertThat(kept.get(0).siteId()).isEqualTo(site.id());
        assertThat(sites.byId(site.id()).firstEventAt()).isEqualTo(clock.millis());
        assertThat(ledger.of(site.id(), false).accepted()).isEqualTo(1);
    }

    @Test
    void bodiesOfManyBuffersArriveWhole() throws Exception {
        byte[] payload = new byte[3_000_000];
        new Random(3).nextBytes(payload);
        byte[] body = batch(site.key())
                .setPayload(ByteString.copyFrom(payload))
                .build()
                .toByteArray();

        assertThat(post(body, SHOP).statusCode()).isEqualTo(204);
        assertThat(postChunked(body, SHOP).statusCode()).isEqualTo(204);
        assertThat(kept())
                .allSatisfy(entry -> assertThat(bytes(entry)).isEqualTo(body))
                .hasSize(2);
    }

    @Test
    void sendersMistakesAreTypedCountedAndFinal() throws Exception {
        rejected(post(batch("nosuchkey").build().toByteArray(), SHOP), 403, "unknown-site");
        rejected(post(batch(site.key()).build().toByteArray(), "https://other.example"), 403, "wrong-origin");
        rejected(post(batch(site.key()).build().toByteArray(), null), 403, "wrong-origin");
        rejected(post(new byte[0], SHOP), 400, "malformed");
        rejected(post("not protobuf".getBytes(StandardCharsets.UTF_8), SHOP), 400, "malformed");
        byte[] whole = batch(site.key()).build().toByteArray();
        rejected(post(Arrays.copyOf(whole, whole.length - 3), SHOP), 400, "malformed");

        assertThat(kept()).isEmpty();
        assertThat(ledger.of(site.id(), false).rejected()).containsEntry(Rejection.WRONG_ORIGIN, 2L);
        assertThat(ledger.of(site.id(), true).rejected())
                .containsEntry(Rejection.UNKNOWN_SITE, 1L)
                .containsEntry(Rejection.MALFORMED, 3L);
        assertThat(post(whole, SHOP).statusCode()).isEqualTo(204);
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWhenItDoesNotSayItsLength() throws Exception {
        byte[] huge = new byte[BatchHandler.MAX_BODY + 1];
        rejected(post(huge, SHOP), 413, "too-large");
        rejected(postChunked(huge, SHOP), 413, "too-large");
        assertThat(post(batch(site.key()).build().toByteArray(), SHOP).statusCode())
                .isEqualTo(204);
    }

    @Test
    void bodiesThatNeverEndTakeAShareOfTheMemoryAndGiveItBack() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            slow.add(halfABody());
        }
        until(() -> memory.free() < MEMORY / 4);
        byte[] large = batch(site.key())
                .setPayload(ByteString.copyFrom(new byte[3_000_000]))
                .build()
                .toByteArray();
        HttpResponse<String> crowded = post(large, SHOP);
        assertThat(crowded.statusCode()).isEqualTo(503);
        assertThat(crowded.headers().firstValue("Retry-After")).isPresent();
        assertThat(post(batch(site.key()).build().toByteArray(), SHOP).statusCode())
                .isEqualTo(204);

        for (Socket socket : slow) {
            socket.close();
        }
        until(() -> memory.free() == MEMORY);
        assertThat(post(large, SHOP).statusCode()).isEqualTo(204);
    }

    @Test
    void whoFallsSilentInTheMiddleIsCutOff() throws Exception {
        stop();
        listen(100);
        try (Socket silent = halfABody()) {
            assertThat(isCutOff(silent)).isTrue();
        }
        until(() -> memory.free() == MEMORY);
    }

    private Socket halfABody() throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        String head = "POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: " + BatchHandler.MAX_BODY + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[BatchHandler.MAX_BODY / 2]);
        return socket;
    }

    private static boolean isCutOff(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void randomBodiesNeverStopTheProcess() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[random.nextInt(5_000)];
            random.nextBytes(body);
            assertThat(post(body, SHOP).statusCode()).isBetween(400, 403);
        }
        assertThat(post(batch(site.key()).build().toByteArray(), SHOP).statusCode())
                .isEqualTo(204);
    }

    private static void rejected(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"reason\":\"" + reason + "\"");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    private HttpResponse<String> post(byte[] body, String origin) throws Exception {
        return send(BodyPublishers.ofByteArray(body), origin);
    }

    private HttpResponse<String> postChunked(byte[] body, String origin) throws Exception {
        return send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), origin);
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body, String origin) throws Exception {
        int port = port();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/batch"))
                .POST(body);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    private List<LogRecord> kept() throws Exception {
        List<LogRecord> kept = new ArrayList<>();
        try (LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static byte[] bytes(LogRecord entry) {
        byte[] bytes = new byte[entry.batch().remaining()];
        entry.batch().duplicate().get(bytes);
        return bytes;
    }

    private static Batch.Builder batch(String key) {
        return Batch.newBuilder()
                .setSiteKey(key)
                .setSessionId(new Id128(1, 2).toByteString())
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setLane(Lane.ANALYSIS)
                .setPayload(ByteString.copyFromUtf8("payload"));
    }
}
