package io.sojourn.server.api;

import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.journey.form.store.FormReader;
import io.sojourn.journey.stall.store.CheckupReader;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sites.Accounts;
import io.sojourn.sites.ServerKeys;
import io.sojourn.sites.Sites;
import io.undertow.Handlers;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Everything under {@code /api}; docs/api.md is its description. */
public final class ApiRoutes {
    private final RoutingHandler routes = Handlers.routing();

    /**
     * @param adminToken a bearer token with every right, null for none
     * @param localToken for the commands of this machine
     */
    public ApiRoutes(
            Sites sites,
            Accounts accounts,
            Entrance entrance,
            @Nullable String adminToken,
            SnippetSettings snippet,
            IntakeLedger ledger,
            SessionsModule sessions,
            ReplayDesk replay,
            OwnersDesk desk,
            String localToken,
            ServerKeys serverKeys,
            ServerState state,
            InstantSource clock) {
        Login login = new Login(accounts, adminToken, snippet.publicUrl());
        Gate gate = new Gate(login);
        new LoginApi(accounts, login, entrance, clock, state.version()).addTo(routes, gate);
        new SitesApi(sites, snippet, ledger, sessions.follower()::behindMillis).addTo(routes, gate);
        new ServerKeyApi(sites, serverKeys).addTo(routes, gate);
        new SessionsApi(
                        sites,
                        sessions.sessionList(),
                        sessions.sessionCounts(),
                        sessions.pageViewList(),
                        sessions.pageList(),
                        clock)
                .addTo(routes, gate);
        Playbacks playbacks = replay.playbacks();
        ReplayApi replays = new ReplayApi(
                sites, sessions.sessionList(), sessions.sessionSignals(), playbacks, replay.views(), clock);
        replays.addTo(routes, gate);
        new ImportApi(sites, replay.log(), clock).addTo(routes, gate);
        new ShareApi(sites, replay.shares(), replay.views(), replays, snippet.publicUrl()).addTo(routes, gate);
        new HeatmapApi(sites, sessions.facts(), clock).addTo(routes, gate);
        new HeatPlacesApi(sites, sessions.facts(), playbacks, desk.zones(), clock).addTo(routes, gate);
        new ErasureApi(sites, sessions.follower(), playbacks, replay.shares()).addTo(routes, gate);
        new RulesApi(sites, desk.rules()).addTo(routes, gate);
        new AgentApi(sites, desk.agent()).addTo(routes, gate);
        new RederiveApi(sessions.follower(), localToken).addTo(routes, gate);
        new ReleasesApi(sites, desk.releases(), clock).addTo(routes, gate, new LocalGate(gate, localToken));
        new StallBookApi(sites, desk.book(), desk.votes()).addTo(routes, gate);
        new StallsApi(sites, desk.releases(), new StallReader(sessions.facts()), clock).addTo(routes, gate);
        new FormsApi(sites, new FormReader(sessions.facts()), clock).addTo(routes, gate);
        new DetectorsApi(sites, sessions, desk.rules(), desk.votes(), clock).addTo(routes, gate);
        new CheckupApi(sites, new CheckupReader(sessions.facts()), clock).addTo(routes, gate);
        new AlertsApi(sites, desk.channels(), desk.deliveries(), desk.post(), clock).addTo(routes, gate);
        new DoctorApi(sites, snippet, ledger, state, clock).addTo(routes, gate);
        routes.setFallbackHandler(new EndpointHandler(request -> {
            throw Problem.notFound("address in the API");
        }));
    }

    RoutingHandler handler() {
        return routes;
    }
}
