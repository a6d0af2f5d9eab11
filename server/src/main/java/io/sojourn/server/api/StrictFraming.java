package io.sojourn.server.api;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Turns away requests whose end two servers might see at different places: that is how a request is smuggled past a proxy. Such a
 * connection is closed, because nobody can say where the next request begins.
 */
final class StrictFraming implements HttpHandler {
    private final HttpHandler next;

    StrictFraming(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (isPlain(exchange.getRequestHeaders())) {
            next.handleRequest(exchange);
        } else {
            exchange.setPersistent(false);
            exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
        }
    }

    private static boolean isPlain(HeaderMap headers) {
        HeaderValues coding = headers.get(Headers.TRANSFER_ENCODING);
        HeaderValues length = headers.get(Headers.CONTENT_LENGTH);
        if (coding == null) {
            return length == null || (length.size() == 1 && isNumber(length.getFirst()));
        }
        return length == null && coding.size() == 1 && coding.getFirst().equalsIgnoreCase("chunked");
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }
}
