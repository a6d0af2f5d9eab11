package io.sojourn.server.api;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an endpoint on a worker thread and turns what it says, or throws, into HTTP. */
final class EndpointHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointHandler.class);

    private final Endpoint endpoint;

    EndpointHandler(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(() -> {
            exchange.startBlocking();
            send(exchange, answer(exchange));
        });
    }

    private Answer answer(HttpServerExchange exchange) {
        try {
            return endpoint.answer(new Request(exchange));
        } catch (Problem problem) {
            return problem(problem.status(), problem.detail());
        } catch (IllegalArgumentException wrong) {
            return problem(StatusCodes.BAD_REQUEST, String.valueOf(wrong.getMessage()));
        } catch (Exception | Error bug) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestPath(), bug);
            return problem(
                    StatusCodes.INTERNAL_SERVER_ERROR,
                    "Something went wrong here. The server's log says what; please try again.");
        }
    }

    static Answer problem(int status, String detail) {
        Map<String, Object> document = Map.of(
                "type", "about:blank", "title", StatusCodes.getReason(status), "status", status, "detail", detail);
        byte[] bytes = Json.write(document);
        return new Answer(status, "application/problem+json", Map.of(), out -> out.write(bytes));
    }

    private static void send(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        Answer.Body body = answer.body();
        if (body == null) {
            exchange.endExchange();
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        try (OutputStream out = exchange.getOutputStream()) {
            body.writeTo(out);
        } catch (IOException goneAway) {
            LOG.debug("the asker went away", goneAway);
        } catch (RuntimeException bug) {
            LOG.error("{} broke off while answering", exchange.getRequestPath(), bug);
        } finally {
            exchange.endExchange();
        }
    }
}
