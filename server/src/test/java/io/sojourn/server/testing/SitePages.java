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
import java.util.function.UnaryOperator;

/** A site owner's web server: pages with the pasted line in their heads. An origin of its own. */
public final class SitePages implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private volatile String line = "";

    /** The same page on every path. */
    public SitePages() {
        this(path -> resource("/io/sojourn/server/page.html"));
    }

    /** @param pages what stands at a path, with a comment {@code snippet} where the line goes */
    public SitePages(UnaryOperator<String> pages) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String page = exchange.getRequestURI().getPath().equals("/favicon.ico")
                        ? ""
                        : pages.apply(exchange.getRequestURI().getPath());
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

    private static String resource(String name) {
        try (InputStream in = SitePages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
