package io.sojourn.server.api;

import io.sojourn.collector.http.IngestRoutes;
import io.sojourn.collector.http.ScriptFile;
import io.sojourn.collector.http.SnippetHandler;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.Map;
import org.xnio.Options;

/** The one listener: intake, scripts, API, console. */
public final class HttpServer implements Closeable {
    private static final int IDLE_MS = 60_000;
    private static final int HEADERS_MS = 10_000;
    private static final int BODY_MS = 30_000;

    private final Undertow undertow;

    private HttpServer(Undertow undertow) {
        this.undertow = undertow;
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
            Operations operations) {}

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws RuntimeException when the address is taken
     */
    public static HttpServer start(String host, int port, Routes routes) {
        return start(host, port, handler(routes));
    }

    static HttpServer start(String host, int port, HttpHandler root) {
        Undertow undertow = Undertow.builder()
                .addHttpListener(port, host)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L) // every handler holds its own limit
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADERS_MS)
                .setSocketOption(Options.READ_TIMEOUT, BODY_MS)
                .setHandler(root)
                .build();
        undertow.start();
        return new HttpServer(undertow);
    }

    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }

    private static HttpHandler handler(Routes routes) {
        ConsoleFiles console = new ConsoleFiles();
        PathHandler paths = Handlers.path(gzipped(console));
        routes.ingest().addTo(paths);
        paths.addPrefixPath("/s", routes.snippets());
        routes.scripts()
                .forEach((name, script) -> paths.addExactPath("/v/" + routes.version() + "/" + name, script::send));
        paths.addExactPath("/frame", gzipped(new FramePage(console)));
        paths.addPrefixPath("/api", gzipped(exchange -> {
            exchange.setRelativePath(exchange.getRequestPath()); // the API's routes are written in full
            routes.api().handler().handleRequest(exchange);
        }));
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
