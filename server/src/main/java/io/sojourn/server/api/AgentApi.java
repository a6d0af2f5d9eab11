package io.sojourn.server.api;

import io.sojourn.sites.Sites;
import io.sojourn.sites.agent.AgentBook;
import io.sojourn.sites.agent.AgentSettings;
import io.sojourn.sites.agent.Masking;
import io.sojourn.sites.agent.Selectors;
import io.undertow.server.RoutingHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner decides about the agent in a site's pages. Browsers hear of it with the next script they load. */
final class AgentApi {
    private final Sites sites;
    private final AgentBook book;

    AgentApi(Sites sites, AgentBook book) {
        this.sites = sites;
        this.book = book;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/agent", new EndpointHandler(gate.guarded(this::show)));
        routes.put("/api/sites/{id}/agent", new EndpointHandler(gate.guarded(this::change)));
    }

    private Answer show(Request request) throws Problem {
        return Answer.json(view(book.of(request.site(sites).id())));
    }

    /** What is left out stays as it is. */
    private Answer change(Request request) throws Exception {
        int site = request.site(sites).id();
        Wish wish = request.body(Wish.class);
        return Answer.json(view(book.change(site, wish::over)));
    }

    private static Wish view(AgentSettings settings) {
        return new Wish(
                settings.off(),
                settings.statsOnly(),
                settings.record(),
                settings.share(),
                settings.masking().key(),
                settings.mask().each(),
                settings.block().each(),
                settings.ignore().each(),
                settings.allow().each(),
                settings.query(),
                settings.requests());
    }

    record Wish(
            @Nullable Boolean off,
            @Nullable Boolean statsOnly,
            @Nullable Boolean record,
            @Nullable Double share,
            @Nullable String masking,
            @Nullable List<String> mask,
            @Nullable List<String> block,
            @Nullable List<String> ignore,
            @Nullable List<String> allow,
            @Nullable List<String> query,
            @Nullable Boolean requests) {
        AgentSettings over(AgentSettings before) {
            return new AgentSettings(
                    or(off, before.off()),
                    or(statsOnly, before.statsOnly()),
                    or(record, before.record()),
                    or(share, before.share()),
                    masking == null ? before.masking() : Masking.ofKey(masking),
                    or(mask, before.mask()),
                    or(block, before.block()),
                    or(ignore, before.ignore()),
                    or(allow, before.allow()),
                    or(query, before.query()),
                    or(requests, before.requests()));
        }

        private static <T> T or(@Nullable T wish, T before) {
            return wish == null ? before : wish;
        }

        private static Selectors or(@Nullable List<String> wish, Selectors before) {
            return wish == null ? before : new Selectors(wish);
        }
    }
}
