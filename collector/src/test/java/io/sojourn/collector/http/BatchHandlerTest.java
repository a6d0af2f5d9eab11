package io.sojourn.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.collector.Admission;
import io.sojourn.collector.AssetIntake;
import io.sojourn.collector.DiskWatch;
import io.sojourn.collector.InFlight;
import io.sojourn.collector.Intake;
import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.RateLimits;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.asset.AssetHash;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.Reply;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlSites;
import io.undertow.Handlers;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xnio.Options;

/** The intake as agents meet it: real Undertow, real log. */
class BatchHandlerTest {
    private static final long MEMORY = 8 << 20;
    private static final Proxies PROXIES = Proxies.of(List.of("127.0.0.1"));
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
    private final InFlight memory = new InFlight(MEMORY);
    private final AtomicLong freeDisk = new AtomicLong(Long.MAX_VALUE);
    private final DiskWatch disk = new DiskWatch(freeDisk::get, DiskWatch.Marks.DEFAULT);
    private Admission admission;
    private AssetStore assets;
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
        assets = FileAssetStore.open(folder.resolve("assets"), FileAssetStore.DEFAULT_QUOTA);
        RateLimits limits = new RateLimits(new RateLimits.PerSecond(1, 5), clock);
        admission = new Admission(memory, disk, limits);
        Intake intake = new Intake(sites, log, assets, admission, ledger, clock, Runnable::run);
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setSocketOption(Options.READ_TIMEOUT, silenceMillis)
                .setHandler(Handlers.path()
                        .addExactPath("/v1/batch", new BatchHandler(intake, admission, PROXIES))
                        .addExactPath(
                                "/v1/asset",
                                new AssetHandler(
                                        intake, new AssetIntake(intake, admission, assets, clock), admission, PROXIES)))
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
        while (memory.free() >= 2_900_000) {
            long before = memory.free();
            slow.add(partOfABody(200_000)); // holds up to twice of it
            until(() -> memory.free() <= before - 200_000);
        }
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
        try (Socket silent = partOfABody(20_000)) {
            assertThat(isCutOff(silent)).isTrue();
        }
        until(() -> memory.free() == MEMORY);
    }

    @Test
    void whatABatchNamesAndTheServerLacksIsAskedForAndTakenOnce() throws Exception {
        byte[] css = "main { color: teal }".getBytes(StandardCharsets.UTF_8);
        Id128 hash = AssetHash.of(css);
        byte[] naming =
                batch(site.key()).addAssetHashes(hash.toByteString()).build().toByteArray();
        HttpResponse<byte[]> asked = postForBytes(naming);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(Reply.parseFrom(asked.body()).getLackingList()).containsExactly(hash.toByteString());
        assertThat(kept()).as("the batch itself is in the log").hasSize(1);

        rejected(asset(hash, "", "other".getBytes(StandardCharsets.UTF_8)), 400, "wrong-asset");
        assertThat(asset(hash, "&c=1", deflated(css)).statusCode()).isEqualTo(204);
        assertThat(postForBytes(naming).statusCode()).isEqualTo(204);
        assertThat(assets.read(site.id(), null, hash).content()).isEqualTo(css);
    }

    @Test
    void onlyTheSitesOwnPagesMaySendContentsAndOnlySmallOnes() throws Exception {
        byte[] css = "a{}".getBytes(StandardCharsets.UTF_8);
        String address = "/v1/asset?k=" + site.key() + "&h=" + AssetHash.of(css);
        rejected(send(address, BodyPublishers.ofByteArray(css), "https://other.example"), 403, "wrong-origin");
        rejected(
                send("/v1/asset?k=nosuch&h=" + AssetHash.of(css), BodyPublishers.ofByteArray(css), SHOP),
                403,
                "unknown-site");
        rejected(
                send("/v1/asset?k=" + site.key() + "&h=../../x", BodyPublishers.ofByteArray(css), SHOP),
                400,
                "wrong-asset");
        rejected(asset(AssetHash.of(css), "&t=part", css), 400, "wrong-asset");
        rejected(asset(new Id128(1, 1), "", new byte[(2 << 20) + 1]), 413, "too-large");
        byte[] bomb = deflated(new byte[20 << 20]);
        assertThat(bomb).hasSizeLessThan(30_000);
        rejected(asset(new Id128(1, 1), "&c=1", bomb), 400, "wrong-asset");
        assertThat(assets.bytes(site.id())).isZero();
        until(() -> memory.free() == MEMORY);
    }

    @Test
    void aPartIsSharedOnceFiveVisitorsSentIt() throws Exception {
        byte[] part = "part".getBytes(StandardCharsets.UTF_8);
        Id128 hash = AssetHash.of(part);
        for (int visitor = 1; visitor <= 5; visitor++) {
            assertThat(assets.has(site.id(), hash)).isFalse();
            String who = "&t=part&s=" + new Id128(7, visitor) + "&v=" + new Id128(8, visitor);
            assertThat(asset(hash, who, part).statusCode()).isEqualTo(204);
        }
        assertThat(assets.has(site.id(), hash)).isTrue();
    }

    @Test
    void recordingsAreRefusedBeforeEventsWhenTheDiskIsLowAndAllWhenItIsFull() throws Exception {
        byte[] events = batch(site.key()).build().toByteArray();
        byte[] recording = batch(site.key()).setLane(Lane.PLAYBACK).build().toByteArray();
        diskHas(DiskWatch.Marks.DEFAULT.playback() - 1);
        refused(post(recording, SHOP), 503, "disk-low");
        assertThat(post(events, SHOP).statusCode()).isEqualTo(204);
        diskHas(DiskWatch.Marks.DEFAULT.all() - 1);
        refused(post(events, SHOP), 503, "disk-low");

        diskHas(DiskWatch.Marks.DEFAULT.playback());
        assertThat(post(recording, SHOP).statusCode()).isEqualTo(204);
        assertThat(ledger.of(site.id(), false).refused()).containsEntry(Refusal.DISK_LOW, 2L);
    }

    private void diskHas(long bytes) {
        freeDisk.set(bytes);
        disk.look();
    }

    @Test
    void aStoppingServerSendsEverybodyAwayWithTheirBatch() throws Exception {
        admission.close();
        refused(post(batch(site.key()).build().toByteArray(), SHOP), 503, "closing");
    }

    @Test
    void whoSendsTooMuchIsSlowedDownByAddressAndBySite() throws Exception {
        byte[] body = batch(site.key()).build().toByteArray();
        for (int i = 0; i < 10; i++) {
            assertThat(postFrom("203.0.113.7", body).statusCode()).isEqualTo(204);
        }
        refused(postFrom("203.0.113.7", body), 429, "too-many");
        assertThat(postFrom("6.6.6.6, 203.0.113.8", body).statusCode()).isEqualTo(204);
        assertThat(kept().get(10).address()).isEqualTo("203.0.113.0");
        for (int i = 11; i < 50; i++) {
            assertThat(post(body, SHOP).statusCode()).isEqualTo(204);
        }
        refused(post(body, SHOP), 429, "too-many");
    }

    private HttpResponse<String> postFrom(String forwardedFor, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/batch"))
                .POST(BodyPublishers.ofByteArray(body))
                .header("Origin", SHOP)
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> answer, int status, String reason) {
        rejected(answer, status, reason);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> asset(Id128 hash, String more, byte[] body) throws Exception {
        return send("/v1/asset?k=" + site.key() + "&h=" + hash + more, BodyPublishers.ofByteArray(body), SHOP);
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length / 900 + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    private HttpResponse<byte[]> postForBytes(byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/batch"))
                        .POST(BodyPublishers.ofByteArray(body))
                        .header("Origin", SHOP)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private Socket partOfABody(int bytes) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        String head = "POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: " + BatchHandler.MAX_BODY + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[bytes]);
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
        return send("/v1/batch", body, origin);
    }

    private HttpResponse<String> send(String address, HttpRequest.BodyPublisher body, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
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
