package io.sojourn.server.api;

import io.sojourn.sites.ServerKeys;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key by which a site's own server sends events. */
final class ServerKeyApi {
    private final Sites sites;
    private final ServerKeys keys;

    ServerKeyApi(Sites sites, ServerKeys keys) {
        this.sites = sites;
        this.keys = keys;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/server-key", new EndpointHandler(gate.guarded(this::since)));
        routes.post("/api/sites/{id}/server-key", new EndpointHandler(gate.guarded(this::renew)));
        routes.delete("/api/sites/{id}/server-key", new EndpointHandler(gate.guarded(this::revoke)));
    }

    private Answer since(Request request) throws Problem {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("since", keys.since(request.site(sites).id()));
        return Answer.json(view);
    }

    private Answer renew(Request request) throws Problem {
        return Answer.json(201, Map.of("key", keys.renew(request.site(sites).id())));
    }

    private Answer revoke(Request request) throws Problem {
        keys.revoke(request.site(sites).id());
        return Answer.empty();
    }
}
