package io.sojourn.server.api;

import io.sojourn.heatmap.Backdrop;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.StateOfPage;
import io.sojourn.heatmap.store.Backdrops;
import io.sojourn.heatmap.store.PageStates;
import io.sojourn.heatmap.store.ZoneReports;
import io.sojourn.heatmap.zone.Zone;
import io.sojourn.heatmap.zone.Zone.Origin;
import io.sojourn.replay.Contents;
import io.sojourn.replay.Playback;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sites.Sites;
import io.sojourn.sites.heat.OwnZone;
import io.sojourn.sites.heat.OwnZones;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a map is drawn on and divided by: recorded moments, states, zones. Here heatmap and replay meet. */
final class HeatPlacesApi {
    private static final int MOST_CHOICES = 6;

    private final Sites sites;
    private final Backdrops backdrops;
    private final PageStates states;
    private final ZoneReports zones;
    private final Playbacks playbacks;
    private final OwnZones own;
    private final InstantSource clock;

    HeatPlacesApi(Sites sites, Facts facts, Playbacks playbacks, OwnZones own, InstantSource clock) {
        this.sites = sites;
        backdrops = new Backdrops(facts);
        states = new PageStates(facts);
        zones = new ZoneReports(facts);
        this.playbacks = playbacks;
        this.own = own;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/heatmaps/{kind}/backdrop", new EndpointHandler(gate.guarded(this::backdrop)));
        routes.get("/api/sites/{id}/heatmaps/{kind}/states", new EndpointHandler(gate.guarded(this::states)));
        routes.get("/api/sites/{id}/zones", new EndpointHandler(gate.guarded(this::zones)));
        routes.post("/api/sites/{id}/zones", new EndpointHandler(gate.guarded(this::draw)));
        routes.put("/api/sites/{id}/zones/{zone}", new EndpointHandler(gate.guarded(this::change)));
        routes.delete("/api/sites/{id}/zones/{zone}", new EndpointHandler(gate.guarded(this::remove)));
    }

    private HeatQuestion question(Request request) throws Problem {
        return HeatAsk.question(request, request.site(sites).id(), clock.millis());
    }

    /** One moment for each layout of which there is a recording, the most common layout first. */
    private Answer backdrop(Request request) throws Problem {
        int site = request.site(sites).id();
        List<BackdropView.Choice> choices = new ArrayList<>();
        for (Backdrop candidate : backdrops.candidates(question(request))) {
            boolean known = choices.stream().anyMatch(choice -> choice.views() == candidate.layoutViews());
            if (known || choices.size() >= MOST_CHOICES) {
                continue;
            }
            playbacks
                    .find(site, candidate.session())
                    .flatMap(playback -> choice(playback, candidate))
                    .ifPresent(choices::add);
        }
        if (choices.isEmpty()) {
            throw new Problem(404, "No recording shows this page on this device in the chosen time.");
        }
        return Answer.json(BackdropView.of(choices));
    }

    private static Optional<BackdropView.Choice> choice(Playback playback, Backdrop candidate) {
        String document = Hex.of(candidate.document());
        long at = candidate.moment() - playback.startedAt();
        return playback.contents().documents().stream()
                .filter(recorded -> recorded.id().equals(document) && recorded.startsAtMs() <= at)
                .findFirst()
                .map(recorded -> BackdropView.choice(candidate, recorded, at));
    }

    /** The first choice, and all of them. */
    record BackdropView(
            String session, String document, long atMs, int width, int height, long of, List<Choice> choices) {
        /** @param views laid out like this @param of all */
        record Choice(String session, String document, long atMs, int width, int height, long views, long of) {}

        static BackdropView of(List<Choice> choices) {
            Choice first = choices.get(0);
            return new BackdropView(
                    first.session(),
                    first.document(),
                    first.atMs(),
                    first.width(),
                    first.height(),
                    first.of(),
                    choices);
        }

        static Choice choice(Backdrop backdrop, Contents.RecordedDocument recorded, long at) {
            return new Choice(
                    backdrop.session().toString(),
                    recorded.id(),
                    Math.max(at, 0),
                    recorded.width(),
                    recorded.height(),
                    backdrop.layoutViews(),
                    backdrop.views());
        }
    }

    private Answer states(Request request) throws Problem {
        return Answer.json(new Page<>(
                states.of(question(request)).stream().map(StateView::of).toList(), null));
    }

    record StateView(String state, String label, String selector, long views, long clicks) {
        static StateView of(StateOfPage state) {
            return new StateView(
                    state.state().key(), state.name().label(), state.name().selector(), state.views(), state.clicks());
        }
    }

    private Answer zones(Request request) throws Problem {
        HeatQuestion question = question(request);
        List<Zone> drawn = own.on(request.site(sites).id(), question.page()).stream()
                .map(zone -> new Zone(zone.id(), zone.name(), Origin.OWN, Set.copyOf(zone.elements()), 0))
                .toList();
        return Answer.json(new Page<>(
                zones.read(question, drawn).stream().map(ZoneView::of).toList(), null));
    }

    record Wish(
            @Nullable String page,
            @Nullable String name,
            @Nullable List<String> elements) {
        OwnZone as(int site, String id, String otherwise) {
            return new OwnZone(
                    id,
                    site,
                    page == null ? otherwise : page,
                    name == null ? "" : name,
                    elements == null ? List.of() : elements);
        }
    }

    private Answer draw(Request request) throws Exception {
        Wish wish = request.body(Wish.class);
        OwnZone wanted = wish.as(request.site(sites).id(), "new", "");
        return Answer.json(201, own.draw(wanted.siteId(), wanted.page(), wanted.name(), wanted.elements()));
    }

    private Answer change(Request request) throws Exception {
        OwnZone wanted = request.body(Wish.class).as(request.site(sites).id(), request.path("zone"), "as before");
        if (!own.change(wanted)) {
            throw Problem.notFound("zone");
        }
        return Answer.empty();
    }

    private Answer remove(Request request) throws Problem {
        if (!own.remove(request.site(sites).id(), request.path("zone"))) {
            throw Problem.notFound("zone");
        }
        return Answer.empty();
    }
}
