package io.sojourn.server.api;

import io.sojourn.eventlog.Id128;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.share.Share;
import io.sojourn.sites.share.Shares;
import io.sojourn.sites.share.Views;
import io.undertow.server.RoutingHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Links to moments of visits: made and revoked by who is logged in, opened by who was given one. */
final class ShareApi {
    private static final long USUAL_MS = Duration.ofDays(7).toMillis();

    private final Sites sites;
    private final Shares shares;
    private final Views views;
    private final ReplayApi replay;
    private final String publicUrl;

    ShareApi(Sites sites, Shares shares, Views views, ReplayApi replay, String publicUrl) {
        this.sites = sites;
        this.shares = shares;
        this.views = views;
        this.replay = replay;
        this.publicUrl = publicUrl;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        String ofSession = "/api/sites/{id}/sessions/{sid}/shares";
        routes.post(ofSession, new EndpointHandler(gate.named(this::create)));
        routes.get(ofSession, new EndpointHandler(gate.guarded(this::list)));
        routes.delete("/api/sites/{id}/shares/{share}", new EndpointHandler(gate.guarded(this::revoke)));
        routes.get("/api/shared/{token}", new EndpointHandler(gate.open(this::opened)));
        routes.get("/api/shared/{token}/recording", new EndpointHandler(gate.open(this::contents)));
        routes.get("/api/shared/{token}/recording/{document}", new EndpointHandler(gate.open(this::events)));
    }

    record Wish(@Nullable Long atMs, @Nullable Long expiresInMs) {}

    record ShareView(String id, @Nullable String url, long atMs, long createdAt, String createdBy, long expiresAt) {
        static ShareView of(Share share, @Nullable String url) {
            return new ShareView(
                    share.id(), url, share.atMs(), share.createdAt(), share.createdBy(), share.expiresAt());
        }
    }

    record Opened(String session, long atMs, long expiresAt) {}

    private Answer create(Request request, String who) throws Exception {
        Site site = request.site(sites);
        Id128 session = request.session();
        Wish wish = request.body(Wish.class);
        replay.contents(site.id(), session, true); // 404 when there is nothing to show
        long at = wish.atMs() == null ? 0 : Math.max(0, wish.atMs());
        long lasts = wish.expiresInMs() == null ? USUAL_MS : wish.expiresInMs();
        Shares.Created created = shares.create(site.id(), session.toString(), at, who, lasts);
        // Behind the "#" it reaches no log and no referrer.
        return Answer.json(201, ShareView.of(created.share(), publicUrl + "/player#share=" + created.token()));
    }

    private Answer list(Request request) throws Problem {
        Site site = request.site(sites);
        return Answer.json(new Page<>(
                shares.of(site.id(), request.session().toString()).stream()
                        .map(share -> ShareView.of(share, null))
                        .toList(),
                null));
    }

    private Answer revoke(Request request) throws Problem {
        if (!shares.revoke(request.site(sites).id(), request.path("share"))) {
            throw Problem.notFound("link");
        }
        return Answer.empty();
    }

    private Answer opened(Request request) throws Problem {
        Share share = share(request);
        return Answer.json(new Opened(share.session(), share.atMs(), share.expiresAt()));
    }

    private Answer contents(Request request) throws Problem {
        Share share = share(request);
        Answer answer = replay.contents(share.siteId(), Id128.parse(share.session()), false);
        views.looked(share.siteId(), share.session(), "share " + share.id(), "player");
        return answer;
    }

    private Answer events(Request request) throws Problem {
        Share share = share(request);
        return replay.events(share.siteId(), Id128.parse(share.session()), request)
                .with("Cache-Control", "no-store"); // once revoked it is over
    }

    private Share share(Request request) throws Problem {
        Share share = shares.opened(request.path("token"));
        if (share == null) {
            throw new Problem(404, "This link is over, or was taken back. Ask who gave it to you for a new one.");
        }
        return share;
    }
}
