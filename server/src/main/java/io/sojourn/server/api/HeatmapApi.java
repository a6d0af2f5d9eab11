package io.sojourn.server.api;

import io.sojourn.heatmap.Backdrop;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PageState;
import io.sojourn.heatmap.kind.BandKind;
import io.sojourn.heatmap.kind.HeatKind;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.heatmap.store.Backdrops;
import io.sojourn.heatmap.store.BandMaps;
import io.sojourn.heatmap.store.PointMaps;
import io.sojourn.replay.Contents;
import io.sojourn.replay.Playback;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps of where people click, scroll and look, and the recorded moment to draw each on. Here heatmap and replay meet. */
final class HeatmapApi {
    private final Sites sites;
    private final PointMaps points;
    private final BandMaps bands;
    private final Backdrops backdrops;
    private final Playbacks playbacks;
    private final InstantSource clock;

    HeatmapApi(Sites sites, Facts facts, Playbacks playbacks, InstantSource clock) {
        this.sites = sites;
        points = new PointMaps(facts);
        bands = new BandMaps(facts);
        backdrops = new Backdrops(facts);
        this.playbacks = playbacks;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/heatmaps/{kind}", new EndpointHandler(gate.guarded(this::map)));
        routes.get("/api/sites/{id}/heatmaps/{kind}/backdrop", new EndpointHandler(gate.guarded(this::backdrop)));
    }

    private Answer map(Request request) throws Problem {
        HeatKind kind = kind(request);
        HeatQuestion question = question(request);
        return kind instanceof PointKind point
                ? Answer.json(PointMapView.of(points.read(question, point), point))
                : Answer.json(bands.read(question, (BandKind) kind));
    }

    private static HeatKind kind(Request request) throws Problem {
        return HeatKinds.named(request.path("kind"))
                .orElseThrow(() -> new Problem(404, "There is no such heatmap. Kinds: " + HeatKinds.names() + "."));
    }

    private HeatQuestion question(Request request) throws Problem {
        HeatQuestion question = HeatQuestion.of(filter(request), page(request), device(request));
        String state = request.query("state");
        if (state != null && !state.equals("all")) {
            question = question.in(state(state));
        }
        return "view".equals(request.query("per")) ? question.oncePerView() : question;
    }

    private static PageState state(String key) throws Problem {
        try {
            return PageState.ofKey(key);
        } catch (IllegalArgumentException noSuchState) {
            throw new Problem(400, noSuchState.getMessage());
        }
    }

    private Answer backdrop(Request request) throws Problem {
        Site site = request.site(sites);
        for (Backdrop candidate : backdrops.candidates(filter(request), page(request), device(request))) {
            Optional<BackdropView> shown =
                    playbacks.find(site.id(), candidate.session()).flatMap(playback -> view(playback, candidate));
            if (shown.isPresent()) {
                return Answer.json(shown.get());
            }
        }
        throw new Problem(404, "No recording shows this page on this device in the chosen time.");
    }

    private static Optional<BackdropView> view(Playback playback, Backdrop candidate) {
        String document = Hex.of(candidate.document());
        long at = candidate.moment() - playback.startedAt();
        return playback.contents().documents().stream()
                .filter(recorded -> recorded.id().equals(document) && recorded.startsAtMs() <= at)
                .findFirst()
                .map(recorded -> BackdropView.of(candidate, recorded, at));
    }

    /** The device asked for is that of the page view; how the session began does not matter here. */
    private SessionFilter filter(Request request) throws Problem {
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.query());
        parameters.remove("device");
        return FilterParser.parse(request.site(sites).id(), parameters, clock.millis());
    }

    private static String page(Request request) throws Problem {
        String page = request.query("page");
        if (page == null || page.isEmpty()) {
            throw new Problem(400, "Say which page: page=/path.");
        }
        return page;
    }

    private static Device device(Request request) throws Problem {
        String device = request.query("device");
        try {
            return device == null ? Device.DESKTOP : Device.ofKey(device);
        } catch (IllegalArgumentException noSuchDevice) {
            throw new Problem(400, "device is mobile, tablet or desktop.");
        }
    }

    record BackdropView(String session, String document, long atMs, int width, int height) {
        static BackdropView of(Backdrop backdrop, Contents.RecordedDocument recorded, long at) {
            return new BackdropView(
                    backdrop.session().toString(), recorded.id(), Math.max(at, 0), recorded.width(), recorded.height());
        }
    }
}
