package io.sojourn.server.api;

import io.sojourn.sessions.follow.Follower;
import io.undertow.server.RoutingHandler;
import org.jspecify.annotations.Nullable;

/** Has facts derived again, and says how many sessions still wait. */
final class RederiveApi {
    private final Follower follower;
    private final String localToken;

    /** @param localToken lets commands of this machine in, beside who is logged in */
    RederiveApi(Follower follower, String localToken) {
        this.follower = follower;
        this.localToken = localToken;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        LocalGate local = new LocalGate(gate, localToken);
        routes.get("/api/rederive", new EndpointHandler(local.guarded(this::waiting)));
        routes.post("/api/rederive", new EndpointHandler(local.guarded(this::begin)));
    }

    /** @param since epoch ms */
    record Wish(@Nullable String site, @Nullable Long since) {}

    record Waiting(@Nullable Integer marked, long waiting) {}

    private Answer waiting(Request request) {
        return Answer.json(new Waiting(null, follower.waiting()));
    }

    private Answer begin(Request request) throws Exception {
        Wish wish = request.body(Wish.class);
        Integer site = wish.site() == null ? null : Integer.valueOf(id(wish.site()));
        int marked = follower.rederive(site, wish.since() == null ? 0 : wish.since());
        return Answer.json(202, new Waiting(marked, follower.waiting()));
    }

    private static int id(String site) throws Problem {
        try {
            return Integer.parseInt(site, 16);
        } catch (NumberFormatException notAnId) {
            throw Problem.notFound("site");
        }
    }
}
