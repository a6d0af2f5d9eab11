package io.sojourn.server.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.server.alert.PublicAddresses;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard of the fetcher, against a server that tries everything. Names resolve as the test says. */
@TestInstance(Lifecycle.PER_CLASS)
class AssetFetcherTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, InetAddress[]> names = new HashMap<>();
    /** Public addresses, and the one the hostile server listens on, which plays a public one. */
    private final Predicate<InetAddress> reachable =
            address -> address.equals(LOOPBACK) || new PublicAddresses().test(address);

    private HostileServer server;
    private AssetFetcher fetcher;
    private AssetFetcher hasty;

    @BeforeAll
    void start() throws Exception {
        server = new HostileServer();
        names.put("cdn.example", new InetAddress[] {LOOPBACK});
        names.put("inside.example", new InetAddress[] {InetAddress.getByName("10.0.0.7")});
        names.put("both.example", new InetAddress[] {LOOPBACK, InetAddress.getByName("169.254.169.254")});
        fetcher = fetcher(Duration.ofSeconds(30));
        hasty = fetcher(Duration.ofSeconds(1));
    }

    private AssetFetcher fetcher(Duration patience) {
        AssetFetcher.Limits limits = new AssetFetcher.Limits(patience, 100_000, 3);
        return new AssetFetcher(vertx, this::lookUp, reachable, limits, target -> server.port());
    }

    private InetAddress[] lookUp(String host) throws java.net.UnknownHostException {
        InetAddress[] known = names.get(host);
        return known == null ? InetAddress.getAllByName(host) : known;
    }

    @AfterAll
    void stop() throws Exception {
        fetcher.close();
        hasty.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPictureIsFetchedWithoutCookieOrReferrer() {
        AssetFetcher.Fetched fetched = fetch("http://cdn.example/a.png?w=200");
        assertThat(fetched.type()).isEqualTo(AssetType.PNG);
        assertThat(fetched.content()).isEqualTo(HostileServer.PNG);
        fetch("http://cdn.example/a.png");
        assertThat(server.requests.get(server.requests.size() - 1).toLowerCase(java.util.Locale.ROOT))
                .contains("host: cdn.example")
                .doesNotContain("cookie")
                .doesNotContain("referer");
    }

    @Test
    void aRedirectIsFollowedAndLookedAtAgain() {
        assertThat(fetch("http://cdn.example/to?http://cdn.example/icon.svg").type())
                .isEqualTo(AssetType.SVG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1.2.3/a.png",
                "http://[::1]:80/a.png",
                "http://[::ffff:10.0.0.1]/a.png",
                "http://10.0.0.7/a.png",
                "http://169.254.169.254/latest/meta-data",
                "http://2130706434/a.png",
                "http://inside.example/a.png",
                "http://both.example/a.png",
                "http://cdn.example/to?http://inside.example/a.png",
                "http://cdn.example/to?http://192.168.1.1/a.png",
                "http://cdn.example/to?//[fd00::1]/a.png"
            })
    void nothingInsideIsAskedHoweverItIsNamed(String address) {
        assertThatThrownBy(() -> fetch(address))
                .hasMessageMatching(
                        "its host is not on the public internet|its address cannot be read|its host is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, only http",
        "ftp://cdn.example/a.png, only http",
        "gopher://cdn.example/a.png, only http",
        "http://cdn.example:22/a.png, port",
        "https://cdn.example:80/a.png, port",
        "http://ann:secret@cdn.example/a.png, log-in",
        "http://cdn.example/a.png?access_token=1, secret",
        "http://cdn.example/a.png?w=1&X-Amz-Signature=1, secret",
        "http://cdn.example/to?file:///etc/hosts, only http",
        "http://cdn.example/to?http://cdn.example:6379/, port",
        "http://cdn.example/round, address to address",
        "http://cdn.example/page.png, neither a picture",
        "http://cdn.example/lie.png, neither a picture",
        "http://cdn.example/packed.png, packed",
        "http://cdn.example/endless.png, too large",
        "http://cdn.example/missing.png, answered 404"
    })
    void whatIsNotAnHonestPictureIsRefusedWithItsReason(String address, String reason) {
        assertThatThrownBy(() -> fetch(address)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example/silent.png", "http://cdn.example/drip.png"})
    void aServerThatKeepsUsWaitingIsLeft(String address) {
        assertThatThrownBy(() -> fetch(hasty, address)).hasMessageContaining("in time");
    }

    @Test
    void aServerThatBreaksOffIsAskedAgainLater() {
        assertThatThrownBy(() -> fetch("http://cdn.example/short.png"))
                .isInstanceOfSatisfying(
                        AssetRefused.class,
                        refused -> assertThat(refused.isForGood()).isFalse());
    }

    @Test
    void aNameThatMeansSomethingElseTheNextTimeIsLookedUpOnce() {
        AtomicInteger lookups = new AtomicInteger();
        AssetFetcher rebound = new AssetFetcher(
                vertx,
                host -> lookups.incrementAndGet() == 1
                        ? new InetAddress[] {LOOPBACK}
                        : new InetAddress[] {InetAddress.getByName("10.0.0.1")},
                reachable,
                new AssetFetcher.Limits(Duration.ofSeconds(30), 100_000, 3),
                target -> server.port());
        try {
            assertThat(rebound.fetch("http://rebind.example/a.png")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .type())
                    .isEqualTo(AssetType.PNG);
            assertThat(lookups).as("connected to what was checked").hasValue(1);
        } finally {
            rebound.close();
        }
    }

    private AssetFetcher.Fetched fetch(String address) {
        return fetch(fetcher, address);
    }

    private static AssetFetcher.Fetched fetch(AssetFetcher asked, String address) {
        try {
            return asked.fetch(address)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof AssetRefused refused) {
                throw sneaky(refused);
            }
            throw failed;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable cause) throws T {
        throw (T) cause;
    }
}
