package io.sojourn.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out a built agent and keeps every batch it sends, on the JDK's own small server. Answers 204 to all of them. */
final class CapturingCollector implements AutoCloseable {
    /** @param at epoch ms */
    record Captured(byte[] batch, String userAgent, String origin, long at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Captured> captured = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();

    CapturingCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/batch", this::keep);
        server.start();
    }

    /** @param agent the folder with core.js, more.js and recorder.js */
    void handOut(Path agent) throws IOException {
        String settings = "{\"key\":\"demo\",\"endpoint\":\"%s\",\"version\":\"0.1.0\",\"consent\":\"not-required\","
                + "\"record\":true,\"recorder\":\"%s/recorder.js\",\"more\":\"%s/more.js\"}";
        String core = Files.readString(agent.resolve("core.js"))
                .replaceAll("[\"'`]__SOJOURN_SETTINGS__[\"'`]", settings.formatted(origin(), origin(), origin()));
        serve("/s/demo.js", core.getBytes(StandardCharsets.UTF_8));
        serve("/recorder.js", Files.readAllBytes(agent.resolve("recorder.js")));
        serve("/more.js", Files.readAllBytes(agent.resolve("more.js")));
    }

    /** The next so many batches are answered with 503. */
    void beBusy(int batches) {
        busy.set(batches);
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String snippet() {
        return "<script async src=\"" + origin() + "/s/demo.js\"></script>";
    }

    List<Captured> captured() {
        return captured;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String path, byte[] script) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/javascript");
            answer(exchange, 200, script);
        });
    }

    private void keep(HttpExchange exchange) throws IOException {
        byte[] batch = exchange.getRequestBody().readAllBytes();
        if (busy.getAndDecrement() > 0) {
            answer(exchange, 503, new byte[0]);
            return;
        }
        captured.add(new Captured(
                batch, header(exchange, "User-Agent"), header(exchange, "Origin"), System.currentTimeMillis()));
        answer(exchange, 204, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
