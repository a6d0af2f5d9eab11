package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sojourn.heatmap.Backdrop;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.store.Backdrops;
import io.sojourn.heatmap.store.ClickMaps;
import io.sojourn.replay.Contents;
import io.sojourn.replay.Playback;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps of where people click, and the recorded moment to draw each on. Here heatmap and replay meet. */
final class HeatmapApi {
    private final Sites sites;
    private final ClickMaps maps;
    private final Backdrops backdrops;
    private final Playbacks playbacks;
    private final InstantSource clock;

    HeatmapApi(Sites sites, ClickMaps maps, Backdrops backdrops, Playbacks playbacks, InstantSource clock) {
        this.sites = sites;
        this.maps = maps;
        this.backdrops = backdrops;
        this.playbacks = playbacks;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/heatmaps/click", new EndpointHandler(gate.guarded(this::click)));
        routes.get("/api/sites/{id}/heatmaps/click/backdrop", new EndpointHandler(gate.guarded(this::backdrop)));
        routes.get("/api/sites/{id}/heatmaps/{kind}", new EndpointHandler(gate.guarded(HeatmapApi::noSuchKind)));
    }

    private static Answer noSuchKind(Request request) throws Problem {
        throw new Problem(404, "There is no such heatmap. Kinds: click.");
    }

    private Answer click(Request request) throws Problem {
        PointMap map = maps.read(filter(request), page(request), device(request));
        return Answer.json(new MapView(
                map.page(),
                map.device(),
                map.views(),
                map.total(),
                map.placed(),
                map.unplaced(),
                map.elements().stream().map(ElementView::of).toList()));
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

    record MapView(
            String page,
            String device,
            long views,
            long total,
            long placed,
            long unplaced,
            List<ElementView> elements) {}

    record ElementView(
            String key,
            String selector,
            String label,
            long count,
            List<long[]> cells,
            @JsonRawValue @Nullable String fingerprint) {
        static ElementView of(PointMap.ElementClicks element) {
            List<long[]> cells = element.cells().stream()
                    .map(cell -> new long[] {cell.x(), cell.y(), cell.n()})
                    .toList();
            String fingerprint = element.fingerprint().isEmpty() ? null : element.fingerprint();
            return new ElementView(
                    element.key(), element.selector(), element.label(), element.count(), cells, fingerprint);
        }
    }

    record BackdropView(String session, String document, long atMs, int width, int height) {
        static BackdropView of(Backdrop backdrop, Contents.RecordedDocument recorded, long at) {
            return new BackdropView(
                    backdrop.session().toString(), recorded.id(), Math.max(at, 0), recorded.width(), recorded.height());
        }
    }
}
