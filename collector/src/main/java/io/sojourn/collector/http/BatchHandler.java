package io.sojourn.collector.http;

import io.sojourn.collector.Addresses;
import io.sojourn.collector.Intake;
import io.sojourn.collector.Rejection;
import io.sojourn.collector.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/batch}: read, check, append, answer, all on the IO thread. 204 only after the append is done.
 *
 * <p>The listener needs {@code MAX_ENTITY_SIZE} -1: Undertow's own limit cuts the connection instead of answering, and is
 * fixed for a chunked body before a handler is asked. Ours is held by {@link BodyReader}.
 */
public final class BatchHandler implements HttpHandler {
    /** One request's bytes. Agents send 32 KB; a snapshot's piece may be larger. */
    public static final int MAX_BODY = 4 << 20;

    /** All bodies at once, a tenth of the heap. */
    private static final long MAX_BODIES = 64L << 20;

    private static final int MAX_USER_AGENT = 512;
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"reason\":\"%s\",\"detail\":\"%s\"}";

    private final Intake intake;
    private final BodyMemory memory;

    public BatchHandler(Intake intake) {
        this(intake, new BodyMemory(MAX_BODIES));
    }

    BatchHandler(Intake intake, BodyMemory memory) {
        this.intake = intake;
        this.memory = memory;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        // Without these an agent cannot tell a final answer from a broken network.
        exchange.getResponseHeaders().put(ALLOW_ORIGIN, "*").put(EXPOSE_HEADERS, "Retry-After");
        Answerer answer = new Answerer(exchange);
        exchange.dispatch(
                Runnable::run,
                () -> BodyReader.read(exchange, MAX_BODY, memory, new BodyReader.Listener() {
                    @Override
                    public void whole(ByteBuffer body) {
                        intake.receive(body, sender(exchange), answer);
                    }

                    @Override
                    public void tooLarge() {
                        intake.reject(null, Rejection.TOO_LARGE, null, answer);
                    }

                    @Override
                    public void crowded() {
                        exchange.setPersistent(false);
                        intake.refuse(answer);
                    }

                    @Override
                    public void broken(IOException trouble) {
                        exchange.setStatusCode(StatusCodes.BAD_REQUEST)
                                .setPersistent(false)
                                .endExchange();
                    }
                }));
    }

    private static Sender sender(HttpServerExchange exchange) {
        String agent = exchange.getRequestHeaders().getFirst(Headers.USER_AGENT);
        return new Sender(
                exchange.getRequestHeaders().getFirst(Headers.ORIGIN),
                cut(agent),
                Addresses.truncate(exchange.getSourceAddress().getAddress()));
    }

    private static String cut(@Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_USER_AGENT));
    }

    private record Answerer(HttpServerExchange exchange) implements Intake.Answer {
        private static final int RETRY_SECONDS = 5;

        @Override
        public void logged() {
            exchange.setStatusCode(StatusCodes.NO_CONTENT).endExchange();
        }

        @Override
        public void rejected(Rejection reason, String detail) {
            if (reason == Rejection.TOO_LARGE) {
                exchange.setPersistent(false); // the rest of the body is not read
            }
            problem(reason.status(), reason.key(), detail);
        }

        @Override
        public void refused() {
            int wait = RETRY_SECONDS + ThreadLocalRandom.current().nextInt(RETRY_SECONDS);
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, wait);
            problem(StatusCodes.SERVICE_UNAVAILABLE, "log-unavailable", "Nothing can be stored now. Try again later.");
        }

        /** The texts are our own and need no escaping. */
        private void problem(int status, String reason, String detail) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
            exchange.setStatusCode(status);
            exchange.getResponseSender().send(PROBLEM.formatted(StatusCodes.getReason(status), status, reason, detail));
        }
    }
}
