package io.sojourn.server.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /healthz} and {@code /metrics}. */
public final class Operations implements HttpHandler {
    private final PrometheusMeterRegistry metrics;
    private final Supplier<List<String>> troubles;

    /** @param troubles sentences about what is not well; none when all is */
    public Operations(PrometheusMeterRegistry metrics, Supplier<List<String>> troubles) {
        this.metrics = metrics;
        this.troubles = troubles;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.getRequestPath().equals("/metrics")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            exchange.getResponseSender().send(metrics.scrape());
            return;
        }
        List<String> now = troubles.get();
        exchange.setStatusCode(now.isEmpty() ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        Map<String, Object> health = Map.of("status", now.isEmpty() ? "up" : "trouble", "reasons", now);
        exchange.getResponseSender().send(ByteBuffer.wrap(Json.write(health)));
    }
}
