package io.sojourn.server.api;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The document that recorded pages are rebuilt in. Its policy gives it an origin of its own, so that it can reach neither the
 * console nor its cookie, and lets it load nothing but our own copies of
 * pictures and fonts: whatever a recording holds, nothing of it runs or leaves.
 */
final class FramePage implements HttpHandler {
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final String POLICY_TEXT = "sandbox allow-scripts; default-src 'none'; script-src 'nonce-%s'; "
            + "style-src 'unsafe-inline'; img-src data: %2$s; font-src data: %2$s; media-src data: %2$s; frame-src 'none'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /** Our own copies of pictures and fonts, and nothing else of this server. */
    private static final String ASSETS = "/a/";
    /** A host and a port, and nothing that could add to the policy. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final ConsoleFiles files;
    private final SecureRandom random = new SecureRandom();

    FramePage(ConsoleFiles files) {
        this.files = files;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Optional<byte[]> page = files.file("frame.html");
        if (page.isEmpty()) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
            return;
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        exchange.getResponseHeaders()
                .put(
                        POLICY,
                        POLICY_TEXT.formatted(
                                nonce, assets(exchange.getRequestHeaders().getFirst(Headers.HOST))))
                .put(Headers.CONTENT_TYPE, "text/html; charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        String text = new String(page.get(), StandardCharsets.UTF_8);
        exchange.getResponseSender().send(text.replace("__NONCE__", nonce));
    }

    /**
     * Where the browser may fetch copies from, as it names this server itself. Behind a proxy that ends TLS we see plain HTTP; a source
     * of plain HTTP allows the same host over HTTPS too.
     */
    private static String assets(@Nullable String host) {
        return host != null && HOST.matcher(host).matches() ? "http://" + host + ASSETS : "";
    }
}
