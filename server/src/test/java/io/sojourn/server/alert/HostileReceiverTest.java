package io.sojourn.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks that do not answer as the web does: whatever comes back, the courier is done with them soon and says so. */
class HostileReceiverTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private ServerSocket receiver;

    interface Talk {
        void to(OutputStream caller) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        receiver.close();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void nonsenseIsTriedAgainLater() throws Exception {
        answers(caller -> caller.write("SSH-2.0-nobody\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Courier.Outcome outcome = carry();
        assertThat(outcome.arrived()).isFalse();
        assertThat(outcome.hopeless()).isFalse();
    }

    @Test
    void headersWithoutEndAreLeft() throws Exception {
        answers(caller -> {
            caller.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                caller.write("x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertThat(carry().arrived()).isFalse();
    }

    @Test
    void ofAnAnswerWithoutEndTheFirstLineCounts() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        answers(caller -> {
            try {
                caller.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    caller.write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } finally {
                hungUp.countDown();
            }
        });
        assertThat(carry().arrived()).isTrue();
        assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void answers(Talk talk) {
        Thread thread = new Thread(() -> {
            try (Socket caller = receiver.accept()) {
                talk.to(caller.getOutputStream());
            } catch (IOException hungUp) {
                // which is what is wanted
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private Courier.Outcome carry() throws Exception {
        String target = "http://127.0.0.1:" + receiver.getLocalPort() + "/";
        AlertChannel channel = new AlertChannel("c", 1, Kind.HOOK, target, "secret", Pace.ONCE, false, 0);
        return new HookCourier(VERTX, address -> true, () -> Instant.EPOCH, PATIENCE)
                .carry(channel, List.of(new Delivery("d", "c", "k", "{}", Delivery.State.WAITING, 0, 0, 0, null, null)))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
