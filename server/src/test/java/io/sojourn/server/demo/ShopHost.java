package io.sojourn.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the shop to a browser on a free local port, on the JDK's own small server. For tests and the recording studio. */
final class ShopHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ShopPages pages;

    ShopHost(ShopPages pages) throws IOException {
        this.pages = pages;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        ShopAnswer answer = pages.answer(
                exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery());
        try (exchange) {
            Thread.sleep(answer.delay().toMillis());
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(answer.status(), answer.bytes().length);
            exchange.getResponseBody().write(answer.bytes());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
