package io.sojourn.server.api;

import io.sojourn.collector.http.IngestRoutes;
import io.sojourn.collector.http.ScriptFile;
import io.sojourn.collector.http.SnippetHandler;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/** The one listener: intake, scripts, API, console. */
public final class HttpServer implements Closeable {
    private static final int IDLE_MS = 60_000;
    private static final int HEADERS_MS = 10_000;
    private static final int BODY_MS = 30_000;

    private static final int DRAIN_MS = 5_000;
    private static final int MAX_HEADER_BYTES = 32 << 10;
    private static final int MAX_HEADERS = 100;

    private final Undertow undertow;
    private final GracefulShutdownHandler api;

    private HttpServer(Undertow undertow, GracefulShutdownHandler api) {
        this.undertow = undertow;
        this.api = api;
    }

    /**
     * What is answered where.
     *
     * @param recorder the script that records pages, served for good under its version
     */
    public record Routes(
            IngestRoutes ingest,
            SnippetHandler snippets,
            String version,
            Map<String, ScriptFile> scripts,
            ApiRoutes api,
            AssetHandler assets,
            Operations operations) {}

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param accessLog whether each request is logged
     * @param tls for HTTPS with HTTP/2; null for plain HTTP
     * @throws RuntimeException when the address is taken
     */
    public static HttpServer start(String host, int port, boolean accessLog, @Nullable SSLContext tls, Routes routes) {
        GracefulShutdownHandler api = Handlers.gracefulShutdown(api(routes));
        HttpHandler root = new StrictFraming(handler(routes, api));
        return start(host, port, tls, accessLog ? new AccessLog(root) : root, api);
    }

    static HttpServer start(String host, int port, HttpHandler root) {
        return start(host, port, null, root, Handlers.gracefulShutdown(root));
    }

    private static HttpServer start(
            String host, int port, @Nullable SSLContext tls, HttpHandler root, GracefulShutdownHandler api) {
        Undertow.Builder listener = Undertow.builder();
        if (tls == null) {
            listener.addHttpListener(port, host);
        } else {
            listener.addHttpsListener(port, host, tls).setServerOption(UndertowOptions.ENABLE_HTTP2, true);
        }
        Undertow undertow = listener.setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L) // handlers hold their own
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADERS_MS)
                .setSocketOption(Options.READ_TIMEOUT, BODY_MS)
                .setHandler(root)
                .build();
        undertow.start();
        return new HttpServer(undertow, api);
    }

    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Lets questions that are being answered come to their end, for some seconds. */
    @Override
    public void close() {
        api.shutdown();
        try {
            api.awaitShutdown(DRAIN_MS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
    }

    private static HttpHandler api(Routes routes) {
        return gzipped(exchange -> {
            exchange.setRelativePath(exchange.getRequestPath()); // the API's routes are written in full
            routes.api().handler().handleRequest(exchange);
        });
    }

    private static HttpHandler handler(Routes routes, HttpHandler api) {
        ConsoleFiles console = new ConsoleFiles();
        PathHandler paths = Handlers.path(gzipped(console));
        routes.ingest().addTo(paths);
        paths.addPrefixPath("/s", routes.snippets());
        routes.scripts()
                .forEach((name, script) -> paths.addExactPath("/v/" + routes.version() + "/" + name, script::send));
        paths.addExactPath("/frame", gzipped(new FramePage(console)));
        paths.addPrefixPath("/api", api);
        paths.addPrefixPath("/a", routes.assets());
        paths.addExactPath("/healthz", routes.operations());
        paths.addExactPath("/metrics", routes.operations());
        return paths;
    }

    private static HttpHandler gzipped(HttpHandler handler) {
        ContentEncodingRepository encodings =
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        return new EncodingHandler(handler, encodings);
    }
}
