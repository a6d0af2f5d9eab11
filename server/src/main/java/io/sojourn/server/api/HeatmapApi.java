package io.sojourn.server.api;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.compare.MapDifference;
import io.sojourn.heatmap.kind.BandKind;
import io.sojourn.heatmap.kind.BandKind.Bands;
import io.sojourn.heatmap.kind.HeatKind;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.heatmap.picture.MapTable;
import io.sojourn.heatmap.picture.Wireframe;
import io.sojourn.heatmap.store.BandMaps;
import io.sojourn.heatmap.store.PointMaps;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Maps of where people click, scroll and look: as data, as a table, as a picture, and two of them compared. */
final class HeatmapApi {
    private final Sites sites;
    private final PointMaps points;
    private final BandMaps bands;
    private final InstantSource clock;

    HeatmapApi(Sites sites, Facts facts, InstantSource clock) {
        this.sites = sites;
        points = new PointMaps(facts);
        bands = new BandMaps(facts);
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        String path = "/api/sites/{id}/heatmaps/{kind}";
        routes.get(path, new EndpointHandler(gate.guarded(this::map)));
        routes.get(path + "/table.csv", new EndpointHandler(gate.guarded(this::table)));
        routes.get(path + "/picture.png", new EndpointHandler(gate.guarded(this::picture)));
        routes.get(path + "/difference", new EndpointHandler(gate.guarded(this::difference)));
    }

    private HeatQuestion question(Request request) throws Problem {
        return HeatAsk.question(request, request.site(sites).id(), clock.millis());
    }

    private Answer map(Request request) throws Problem {
        HeatKind kind = HeatAsk.kind(request);
        HeatQuestion question = question(request);
        return kind instanceof PointKind point
                ? Answer.json(PointMapView.of(points.read(question, point), point))
                : Answer.json(bands.read(question, (BandKind) kind));
    }

    private Answer table(Request request) throws Problem {
        HeatKind kind = HeatAsk.kind(request);
        HeatQuestion question = question(request);
        String csv = kind instanceof PointKind point
                ? MapTable.of(points.read(question, point))
                : MapTable.of(bands.read(question, (BandKind) kind));
        return Answer.bytes("text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"heatmap-" + kind.key() + ".csv\"");
    }

    private Answer picture(Request request) throws Problem {
        HeatKind kind = HeatAsk.kind(request);
        HeatQuestion question = question(request);
        byte[] png = kind instanceof PointKind point
                ? Wireframe.of(points.read(question, point), kind.key())
                : Wireframe.of(bands.read(question, (BandKind) kind), kind.key());
        return Answer.bytes("image/png", png)
                .with("Content-Disposition", "inline; filename=\"heatmap-" + kind.key() + ".png\"");
    }

    private Answer difference(Request request) throws Problem {
        HeatKind kind = HeatAsk.kind(request);
        HeatQuestion one = question(request);
        HeatQuestion other = HeatAsk.other(request, request.site(sites).id(), clock.millis());
        if (kind instanceof PointKind point) {
            PointMap first = points.read(one, point);
            PointMap second = points.read(other, point);
            return Answer.json(DifferenceView.of(first, second, MapDifference.ofElements(first, second)));
        }
        BandKind band = (BandKind) kind;
        BandMap first = bands.read(one, band);
        BandMap second = bands.read(other, band);
        return Answer.json(new DifferenceView.OfBands(
                DifferenceView.Side.of(first),
                DifferenceView.Side.of(second),
                MapDifference.ofBands(first, second, band.bands() == Bands.REACH)));
    }
}
