package io.sojourn.server.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site owner's web server: one page on every path, with the pasted line in its head. An origin of its own. */
public final class SitePages implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private volatile String line = "";

    public SitePages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String page = resource("/io/sojourn/server/page.html");
            server.createContext("/", exchange -> {
                byte[] body = page.replace("<!--snippet-->", line).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(threads);
            server.start();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Pastes the line into the page. */
    public void paste(String snippetLine) {
        line = snippetLine;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SitePages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
