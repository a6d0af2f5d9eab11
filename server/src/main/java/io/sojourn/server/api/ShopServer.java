package io.sojourn.server.api;

import io.sojourn.server.demo.ShopAnswer;
import io.sojourn.server.demo.ShopPages;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** The demo shop, on a port and so an origin of its own. */
public final class ShopServer implements Closeable {
    private final HttpServer server;

    private ShopServer(HttpServer server) {
        this.server = server;
    }

    public static ShopServer start(String host, int port, ShopPages pages) {
        return new ShopServer(HttpServer.start(host, port, exchange -> answer(exchange, pages)));
    }

    public int port() {
        return server.port();
    }

    private static void answer(HttpServerExchange exchange, ShopPages pages) {
        ShopAnswer answer = pages.answer(exchange.getRequestPath(), exchange.getQueryString());
        exchange.dispatch(() -> {
            Runnable send = () -> send(exchange, answer);
            if (answer.delay().isZero()) {
                send.run();
            } else {
                exchange.getIoThread().executeAfter(send, answer.delay().toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private static void send(HttpServerExchange exchange, ShopAnswer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, answer.contentType())
                .put(Headers.CACHE_CONTROL, "no-cache");
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.bytes()));
    }

    @Override
    public void close() {
        server.close();
    }
}
