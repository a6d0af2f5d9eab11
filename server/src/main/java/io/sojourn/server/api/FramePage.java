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

/**
 * The document that recorded pages are rebuilt in. Its policy gives it an origin of its own, so that it can reach neither the
 * console nor its cookie, and lets it load nothing but our own copies of pictures and fonts: whatever a recording holds, nothing of it runs or leaves.
 */
final class FramePage implements HttpHandler {
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final String POLICY_TEXT = "sandbox allow-scripts; default-src 'none'; script-src 'nonce-%1$s'; "
            + "style-src 'unsafe-inline'; img-src data:%2$s; font-src data:%2$s; media-src data:; frame-src 'none'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

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
                .put(POLICY, POLICY_TEXT.formatted(nonce, AssetOrigin.sources(exchange)))
                .put(Headers.CONTENT_TYPE, "text/html; charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        String text = new String(page.get(), StandardCharsets.UTF_8);
        exchange.getResponseSender().send(text.replace("__NONCE__", nonce));
    }
}
