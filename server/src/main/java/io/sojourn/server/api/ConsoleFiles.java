package io.sojourn.server.api;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The built console from the class path. A path without a file is a view of the console, which finds its own way. */
final class ConsoleFiles implements HttpHandler {
    private static final String FOLDER = "/io/sojourn/console/";
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.[A-Za-z0-9.]+");
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");
    private static final String CONSOLE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "json", "application/json",
            "woff2", "font/woff2");

    private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
            return;
        }
        String name = exchange.getRelativePath().replaceFirst("^/", "");
        Optional<byte[]> file = file(name);
        if (file.isPresent() && !name.endsWith(".html")) {
            send(exchange, name, file.get());
        } else {
            sendPage(exchange, name.equals("player") ? "player.html" : "index.html");
        }
    }

    /** The text of a file of the console. */
    Optional<byte[]> file(String name) {
        return SAFE_NAME.matcher(name).matches() ? files.computeIfAbsent(name, ConsoleFiles::load) : Optional.empty();
    }

    private void sendPage(HttpServerExchange exchange, String page) {
        exchange.getResponseHeaders().put(POLICY, CONSOLE_POLICY).put(REFERRER, "no-referrer");
        file(page)
                .ifPresentOrElse(
                        bytes -> send(exchange, page, bytes),
                        () -> exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange());
    }

    private static void send(HttpServerExchange exchange, String name, byte[] bytes) {
        boolean named = name.startsWith("assets/"); // the build names these by their content
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, TYPES.getOrDefault(extension(name), "application/octet-stream"))
                .put(Headers.CACHE_CONTROL, named ? "public, max-age=31536000, immutable" : "no-cache")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Optional<byte[]> load(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException jarGone) {
            throw new UncheckedIOException(jarGone);
        }
    }
}
