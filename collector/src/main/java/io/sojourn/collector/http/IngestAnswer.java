package io.sojourn.collector.http;

import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The answers of everything under {@code /v1}: each with the headers without which a page's script cannot tell a final answer
 * from a broken network. To be sent on the exchange's IO thread or a thread it was dispatched to.
 */
final class IngestAnswer {
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final int RETRY_SECONDS = 5;
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"reason\":\"%s\",\"detail\":\"%s\"}";

    private IngestAnswer() {}

    static void prepare(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(ALLOW_ORIGIN, "*").put(EXPOSE_HEADERS, "Retry-After");
    }

    static void logged(HttpServerExchange exchange) {
        exchange.setStatusCode(StatusCodes.NO_CONTENT).endExchange();
    }

    static void reply(HttpServerExchange exchange, byte[] reply) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/octet-stream");
        exchange.setStatusCode(StatusCodes.OK).getResponseSender().send(ByteBuffer.wrap(reply));
    }

    static void rejected(HttpServerExchange exchange, Rejection reason, String detail) {
        if (reason == Rejection.TOO_LARGE) {
            exchange.setPersistent(false); // the rest of the body is not read
        }
        problem(exchange, reason.status(), reason.key(), detail);
    }

    static void refused(HttpServerExchange exchange, Refusal reason) {
        int wait = RETRY_SECONDS + ThreadLocalRandom.current().nextInt(RETRY_SECONDS);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, wait);
        problem(exchange, reason.status(), reason.key(), "Nothing can be stored now. Try again later.");
    }

    /** @param detail a text of our own that needs no escaping */
    private static void problem(HttpServerExchange exchange, int status, String reason, String detail) {
        send(exchange, status, PROBLEM.formatted(StatusCodes.getReason(status), status, reason, detail));
    }

    static void send(HttpServerExchange exchange, int status, String document) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.setStatusCode(status).getResponseSender().send(document);
    }
}
