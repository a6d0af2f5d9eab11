package io.sojourn.server.api;

import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.collector.http.ScriptFile;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sites, their snippet lines, and what arrived from them. */
final class SitesApi {
    private final Sites sites;
    private final SnippetSettings snippet;
    private final String checked;
    private final IntakeLedger ledger;
    private final LongSupplier behindMs;

    /** @param behindMs how far reading is behind receiving */
    SitesApi(Sites sites, SnippetSettings snippet, IntakeLedger ledger, LongSupplier behindMs) {
        this.sites = sites;
        this.snippet = snippet;
        this.checked = ScriptFile.integrity(snippet.scriptForAnySite());
        this.ledger = ledger;
        this.behindMs = behindMs;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites", new EndpointHandler(gate.guarded(this::list)));
        routes.post("/api/sites", new EndpointHandler(gate.guarded(this::create)));
        routes.get(
                "/api/sites/{id}",
                new EndpointHandler(gate.guarded(request -> Answer.json(view(request.site(sites))))));
        routes.put("/api/sites/{id}", new EndpointHandler(gate.guarded(this::change)));
        routes.get("/api/sites/{id}/intake", new EndpointHandler(gate.guarded(this::intake)));
    }

    private Answer list(Request request) {
        return Answer.json(new Page<>(sites.all().stream().map(this::view).toList(), null));
    }

    /** What an owner says of a site. */
    record Wish(
            @Nullable String name,
            @Nullable List<String> origins,
            @Nullable String consent) {
        String nameOrNone() {
            return name == null ? "" : name;
        }

        List<Origin> originsOrNone() {
            return origins == null
                    ? List.of()
                    : origins.stream().map(Origin::of).toList();
        }

        Consent consentOr(Consent otherwise) {
            return consent == null ? otherwise : Consent.ofKey(consent);
        }
    }

    private Answer create(Request request) throws Exception {
        Wish wish = request.body(Wish.class);
        Site site = sites.create(wish.nameOrNone(), wish.originsOrNone(), wish.consentOr(Consent.REQUIRED));
        return Answer.json(201, view(site));
    }

    private Answer change(Request request) throws Exception {
        Site site = request.site(sites);
        Wish wish = request.body(Wish.class);
        return Answer.json(
                view(sites.change(site.id(), wish.nameOrNone(), wish.originsOrNone(), wish.consentOr(site.consent()))));
    }

    private Answer intake(Request request) throws Problem {
        Site site = request.site(sites);
        // Batches with an unknown key may well be this site's, with a mistyped line; they are shown while nothing
        // arrives.
        IntakeLedger.Summary summary = ledger.of(site.id(), site.firstEventAt() == null);
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("firstEventAt", site.firstEventAt());
        view.put("lastEventAt", summary.lastAt());
        view.put("accepted", summary.accepted());
        view.put(
                "rejected",
                summary.rejected().entrySet().stream().map(SitesApi::rejection).toList());
        view.put(
                "refused",
                summary.refused().entrySet().stream().map(SitesApi::refusal).toList());
        view.put("scripts", summary.scripts());
        view.put("scriptsWithPrivacyControl", summary.scriptsWithPrivacyControl());
        view.put("behindMs", behindMs.getAsLong());
        return Answer.json(view);
    }

    private static Map<String, Object> rejection(Map.Entry<Rejection, Long> counted) {
        Rejection reason = counted.getKey();
        return Map.of("reason", reason.key(), "count", counted.getValue(), "hint", reason.hint());
    }

    private static Map<String, Object> refusal(Map.Entry<Refusal, Long> counted) {
        Refusal reason = counted.getKey();
        return Map.of("reason", reason.key(), "count", counted.getValue(), "hint", reason.hint());
    }

    record SiteView(
            String id,
            String name,
            String key,
            List<String> origins,
            String consent,
            String snippet,
            String checkedSnippet,
            String stub,
            String stubHash,
            long createdAt,
            @Nullable Long firstEventAt) {}

    private SiteView view(Site site) {
        return new SiteView(
                Integer.toHexString(site.id()),
                site.name(),
                site.key(),
                site.origins().stream().map(Origin::text).toList(),
                site.consent().key(),
                snippet.lineFor(site),
                snippet.checkedLineFor(site, checked),
                snippet.stubFor(site),
                ScriptFile.policyHash(snippet.stubFor(site)),
                site.createdAt(),
                site.firstEventAt());
    }
}
