package io.sojourn.server.api;

import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.Releases;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks of versions that went live. */
final class ReleasesApi {
    private final Sites sites;
    private final Releases releases;
    private final InstantSource clock;

    ReleasesApi(Sites sites, Releases releases, InstantSource clock) {
        this.sites = sites;
        this.releases = releases;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate, LocalGate local) {
        routes.post("/api/releases", new EndpointHandler(local.guarded(request -> markAny(request, gate, local))));
        routes.get("/api/sites/{id}/releases", new EndpointHandler(gate.guarded(this::list)));
        routes.post(
                "/api/sites/{id}/releases",
                new EndpointHandler(gate.guarded(request -> mark(request, gate.who(request)))));
        routes.delete(
                "/api/sites/{id}/releases/{rid}",
                new EndpointHandler(gate.guarded(request -> remove(request, gate.who(request)))));
    }

    private Answer list(Request request) throws Problem {
        return Answer.json(new Page<>(
                releases.of(request.site(sites).id()).stream().map(View::of).toList(), null));
    }

    /** @param at epoch ms; left out: now @param site may be left out where there is one only */
    record Wish(
            @Nullable String site,
            @Nullable String name,
            @Nullable Long at,
            @Nullable String note) {}

    private Answer mark(Request request, String who) throws Exception {
        return mark(request.site(sites).id(), request.body(Wish.class), who);
    }

    /** For what deploys a site: it knows a name, and perhaps which site. */
    private Answer markAny(Request request, Gate gate, LocalGate local) throws Exception {
        Wish wish = request.body(Wish.class);
        String who = local.isLocal(request) ? "command line" : gate.who(request);
        return mark(site(wish).id(), wish, who);
    }

    private Site site(Wish wish) throws Problem {
        List<Site> all = sites.all();
        String wanted = wish.site();
        if (wanted == null && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(site -> Integer.toHexString(site.id()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        400,
                        "Say which site: "
                                + all.stream()
                                        .map(site -> Integer.toHexString(site.id()) + " is " + site.name())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private Answer mark(int site, Wish wish, String who) {
        long at = wish.at() == null ? clock.millis() : wish.at();
        return Answer.json(
                201, View.of(releases.mark(site, wish.name() == null ? "" : wish.name(), at, wish.note(), who)));
    }

    private Answer remove(Request request, String who) throws Problem {
        int site = request.site(sites).id();
        if (releases.byId(site, request.path("rid")) == null) {
            throw Problem.notFound("release");
        }
        releases.remove(site, request.path("rid"), who);
        return Answer.empty();
    }

    record View(String id, String name, long at, @Nullable String note, String markedBy, long markedAt) {
        static View of(Release release) {
            return new View(
                    release.id(),
                    release.name(),
                    release.liveAt(),
                    release.note(),
                    release.markedBy(),
                    release.markedAt());
        }
    }
}
