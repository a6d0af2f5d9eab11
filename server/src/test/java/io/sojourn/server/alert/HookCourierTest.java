package io.sojourn.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks sent to a receiver that does not behave. */
class HookCourierTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String SECRET = "s".repeat(64);
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);

    private final List<String> received = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer receiver;
    private Duration patience = Duration.ofSeconds(60);

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/ok", exchange -> answer(exchange, 204, null));
        receiver.createContext("/broken", exchange -> answer(exchange, 503, null));
        receiver.createContext("/gone", exchange -> answer(exchange, 410, null));
        receiver.createContext("/away", exchange -> answer(exchange, 302, "/ok"));
        receiver.createContext("/hangs", exchange -> {
            try {
                never.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        receiver.stop(0);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void alertsTravelTogetherAndSigned() {
        assertThat(send("/ok", address -> true).arrived()).isTrue();
        String body = "{\"alerts\":[{\"a\":1},{\"b\":2}]}";
        assertThat(received).containsExactly(Signature.of(SECRET, NOW.getEpochSecond(), body) + " " + body);
    }

    @Test
    void aServerInTroubleIsAskedAgainAndARefusalIsFinal() {
        assertThat(send("/broken", address -> true)).isEqualTo(Courier.Outcome.later("It answered 503."));
        assertThat(send("/gone", address -> true)).isEqualTo(Courier.Outcome.never("It answered 410."));
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(send("/away", address -> true).hopeless()).isTrue();
        assertThat(received).hasSize(1);
    }

    @Test
    void aReceiverThatHangsIsLeft() {
        patience = Duration.ofMillis(300);
        Courier.Outcome outcome = send("/hangs", address -> true);
        assertThat(outcome.arrived()).isFalse();
        assertThat(outcome.hopeless()).isFalse();
    }

    @Test
    void anAddressThatMayNotBeAskedIsNotAsked() {
        assertThat(send("/ok", address -> !address.isLoopbackAddress()).hopeless())
                .isTrue();
        assertThat(received).isEmpty();
    }

    @Test
    void nobodyListeningIsWeather() {
        int port = receiver.getAddress().getPort();
        receiver.stop(0);
        assertThat(carry("http://127.0.0.1:" + port + "/ok", address -> true).hopeless())
                .isFalse();
    }

    private Courier.Outcome send(String path, Predicate<InetAddress> reachable) {
        return carry("http://127.0.0.1:" + receiver.getAddress().getPort() + path, reachable);
    }

    private Courier.Outcome carry(String target, Predicate<InetAddress> reachable) {
        AlertChannel channel = new AlertChannel("c", 1, Kind.HOOK, target, SECRET, Pace.ONCE, false, 0);
        return new HookCourier(VERTX, reachable, () -> NOW, patience)
                .carry(channel, List.of(delivery("{\"a\":1}"), delivery("{\"b\":2}")))
                .toCompletableFuture()
                .join();
    }

    private static Delivery delivery(String body) {
        return new Delivery("d", "c", "k", body, Delivery.State.WAITING, 0, 0, 0, null, null);
    }

    private void answer(HttpExchange exchange, int status, String location) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (received) {
            received.add(exchange.getRequestHeaders().getFirst("sojourn-signature") + " " + body);
        }
        if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
