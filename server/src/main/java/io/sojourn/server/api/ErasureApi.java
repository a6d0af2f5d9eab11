package io.sojourn.server.api;

import io.sojourn.eventlog.Id128;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.follow.Follower;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.share.Shares;
import io.undertow.server.RoutingHandler;

/** Erases visitors and sessions. The answer comes once they can be asked for no more; it is the same the second time. */
final class ErasureApi {
    private final Sites sites;
    private final Follower follower;
    private final Playbacks playbacks;
    private final Shares shares;

    ErasureApi(Sites sites, Follower follower, Playbacks playbacks, Shares shares) {
        this.sites = sites;
        this.follower = follower;
        this.playbacks = playbacks;
        this.shares = shares;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.delete("/api/sites/{id}/visitors/{vid}", new EndpointHandler(gate.guarded(this::visitor)));
        routes.delete("/api/sites/{id}/sessions/{sid}", new EndpointHandler(gate.guarded(this::session)));
    }

    private Answer visitor(Request request) throws Problem {
        Site site = request.site(sites);
        for (SessionKey erased : follower.eraseVisitor(site.id(), request.visitor())) {
            forget(site, erased.id());
        }
        return Answer.empty();
    }

    private Answer session(Request request) throws Problem {
        Site site = request.site(sites);
        Id128 session = request.session();
        follower.eraseSession(new SessionKey(site.id(), session));
        forget(site, session);
        return Answer.empty();
    }

    private void forget(Site site, Id128 session) {
        playbacks.forget(site.id(), session);
        shares.forget(site.id(), session.toString());
    }
}
