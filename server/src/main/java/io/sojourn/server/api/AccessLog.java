package io.sojourn.server.api;

import io.sojourn.collector.Addresses;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON line for each request, to the logger {@code access}: no query, no whole address, nothing of the body. */
final class AccessLog implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    private final HttpHandler next;

    AccessLog(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long began = System.nanoTime();
        exchange.addExchangeCompleteListener((done, others) -> {
            log(done, began);
            others.proceed();
        });
        next.handleRequest(exchange);
    }

    private static void log(HttpServerExchange exchange, long began) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("method", exchange.getRequestMethod().toString());
        line.put("path", exchange.getRequestPath());
        line.put("status", exchange.getStatusCode());
        line.put("bytes", exchange.getResponseBytesSent());
        line.put("micros", (System.nanoTime() - began) / 1_000);
        line.put("from", Addresses.truncate(exchange.getSourceAddress().getAddress()));
        LOG.info("{}", new String(Json.write(line), StandardCharsets.UTF_8));
    }
}
