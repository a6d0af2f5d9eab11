package io.sojourn.collector.http;

import io.sojourn.collector.Admission;
import io.sojourn.collector.AssetIntake;
import io.sojourn.collector.EventIntake;
import io.sojourn.collector.Intake;
import io.sojourn.collector.Proxies;
import io.sojourn.eventlog.asset.AssetStore;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.time.InstantSource;

/** Everything under {@code /v1}: what agents and sites' servers send. */
public final class IngestRoutes {
    private final BatchHandler batches;
    private final AssetHandler assets;

    private final EventsHandler events;

    public IngestRoutes(
            Intake intake,
            EventIntake serverEvents,
            Admission admission,
            AssetStore store,
            Proxies proxies,
            InstantSource clock) {
        batches = new BatchHandler(intake, admission, proxies);
        AssetIntake uploads = new AssetIntake(intake, admission, store, clock);
        assets = new AssetHandler(intake, uploads, admission, proxies);
        events = new EventsHandler(intake, serverEvents, admission, proxies);
    }

    public void addTo(PathHandler paths) {
        paths.addExactPath("/v1/batch", posted(batches));
        paths.addExactPath("/v1/asset", posted(assets));
        paths.addExactPath("/v1/events", posted(events));
    }

    private static HttpHandler posted(HttpHandler handler) {
        return exchange -> {
            if (exchange.getRequestMethod().equals(Methods.POST)) {
                handler.handleRequest(exchange);
            } else {
                IngestAnswer.prepare(exchange);
                exchange.getResponseHeaders().put(Headers.ALLOW, "POST");
                exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
            }
        };
    }
}
