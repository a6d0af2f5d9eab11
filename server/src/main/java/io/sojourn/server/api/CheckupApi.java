package io.sojourn.server.api;

import io.sojourn.journey.stall.Checkup;
import io.sojourn.journey.stall.CheckupFigures;
import io.sojourn.journey.stall.store.CheckupReader;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;

/** A site owner's first questions, answered with evidence. */
final class CheckupApi {
    private final Sites sites;
    private final CheckupReader reader;
    private final InstantSource clock;

    CheckupApi(Sites sites, CheckupReader reader, InstantSource clock) {
        this.sites = sites;
        this.reader = reader;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/checkup", new EndpointHandler(gate.guarded(this::answer)));
    }

    private Answer answer(Request request) throws Problem {
        CheckupFigures figures =
                reader.read(FilterParser.parse(request.site(sites).id(), request.query(), clock.millis()));
        return Answer.json(new Page<>(Checkup.answers(figures), null));
    }
}
