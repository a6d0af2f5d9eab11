package io.sojourn.server.api;

import io.sojourn.journey.stall.Ledger;
import io.sojourn.journey.stall.LedgerFacts;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.Releases;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Where visitors stall: the ledger, and one place of it. */
public final class StallsApi {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;
    private static final int MOST_VISITS = 100;
    /** Four weeks. */
    private static final long BEFORE = 28 * 86_400_000L;

    private final Sites sites;
    private final Releases releases;
    private final StallReader stalls;
    private final InstantSource clock;

    public StallsApi(Sites sites, Releases releases, StallReader stalls, InstantSource clock) {
        this.sites = sites;
        this.releases = releases;
        this.stalls = stalls;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/stalls", new EndpointHandler(gate.guarded(this::ledger)));
        routes.get(
                "/api/sites/{id}/stalls/{stall}/verification", new EndpointHandler(gate.guarded(this::verification)));
        routes.get("/api/sites/{id}/stalls/{stall}", new EndpointHandler(gate.guarded(this::one)));
    }

    private Answer ledger(Request request) throws Problem {
        SessionFilter filter = filter(request);
        int limit = (int) Math.max(1, Math.min(MAX_LIMIT, request.number("limit", DEFAULT_LIMIT)));
        LedgerFacts facts = stalls.read(filter, liveTimes(filter.siteId()));
        Ledger ledger = new Ledger(facts);
        List<PlaceItem> places = ledger.places();
        return Answer.json(StallViews.LedgerView.of(filter, facts, places, ledger.stalledVisits(places), limit));
    }

    private Answer one(Request request) throws Problem {
        SessionFilter filter = filter(request);
        LedgerFacts facts = stalls.read(filter, liveTimes(filter.siteId()));
        String wanted = request.path("stall");
        PlaceItem item = new Ledger(facts)
                .places().stream()
                        .filter(place -> place.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("stall in the chosen time"));
        List<StallViews.VisitView> visits = stalls
                .stalls(filter, row -> row.place().equals(item.place()))
                .stream()
                .sorted(Comparator.comparingInt(StallRow::ownMs)
                        .reversed()
                        .thenComparing(row -> row.session().toString()))
                .limit(MOST_VISITS)
                .map(StallViews.VisitView::of)
                .toList();
        return Answer.json(new StallViews.OneView(StallViews.ItemView.of(item, facts.loss()), visits));
    }

    /** The four weeks before the release, on the days of the week that came again since, against up to two weeks after it. */
    private Answer verification(Request request) throws Problem {
        int site = request.site(sites).id();
        long at = releasedAt(request, site);
        StallRow.Place place = stalls.place(site, request.path("stall"), at - BEFORE)
                .orElseThrow(() -> Problem.notFound("stall in the weeks before that release"));
        return Answer.json(StallViews.VerificationView.of(stalls.verify(site, place, at, clock.millis()), at));
    }

    private long releasedAt(Request request, int site) throws Problem {
        String wanted = request.query("release");
        if (wanted == null) {
            long at = request.number("at", 0);
            if (at <= 0) {
                throw new Problem(400, "Say which release: release=ID, or at=MS.");
            }
            return at;
        }
        Release release = releases.byId(site, wanted);
        if (release == null) {
            throw Problem.notFound("release");
        }
        return release.liveAt();
    }

    private SessionFilter filter(Request request) throws Problem {
        Site site = request.site(sites);
        return FilterParser.parse(site.id(), request.query(), clock.millis());
    }

    private long[] liveTimes(int site) {
        return releases.of(site).stream().mapToLong(Release::liveAt).toArray();
    }
}
