package io.sojourn.server.api;

import io.sojourn.server.alert.AlertPost;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import io.sojourn.sites.alert.Delivery;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where alerts go, and what became of those that were sent. */
final class AlertsApi {
    private static final int SHOWN = 100;

    private final Sites sites;
    private final AlertChannels channels;
    private final Deliveries deliveries;
    private final AlertPost post;
    private final InstantSource clock;

    AlertsApi(Sites sites, AlertChannels channels, Deliveries deliveries, AlertPost post, InstantSource clock) {
        this.sites = sites;
        this.channels = channels;
        this.deliveries = deliveries;
        this.post = post;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        String all = "/api/sites/{id}/alert-channels";
        String one = all + "/{cid}";
        routes.get(all, new EndpointHandler(gate.guarded(this::list)));
        routes.post(all, new EndpointHandler(gate.guarded(this::add)));
        routes.put(one, new EndpointHandler(gate.guarded(this::change)));
        routes.delete(one, new EndpointHandler(gate.guarded(this::remove)));
        routes.post(one + "/test", new EndpointHandler(gate.guarded(this::test)));
        routes.get("/api/sites/{id}/alerts", new EndpointHandler(gate.guarded(this::sent)));
    }

    private Answer list(Request request) throws Problem {
        return Answer.json(new Page<>(
                channels.of(request.site(sites).id()).stream().map(View::of).toList(), null));
    }

    record Wish(
            @Nullable String kind,
            @Nullable String target,
            @Nullable String pace,
            @Nullable Boolean paused) {}

    /** The secret is told here and nowhere else. */
    private Answer add(Request request) throws Exception {
        int site = request.site(sites).id();
        Wish wish = request.body(Wish.class);
        AlertChannel channel = channels.add(
                site,
                AlertChannel.Kind.ofKey(wish.kind() == null ? "" : wish.kind()),
                wish.target() == null ? "" : wish.target(),
                wish.pace() == null ? AlertChannel.Pace.ONCE : AlertChannel.Pace.ofKey(wish.pace()));
        return Answer.json(201, Map.of("channel", View.of(channel), "secret", channel.secret()));
    }

    private Answer change(Request request) throws Exception {
        AlertChannel channel = channel(request);
        Wish wish = request.body(Wish.class);
        channels.pause(channel.siteId(), channel.id(), Boolean.TRUE.equals(wish.paused()));
        return Answer.empty();
    }

    private Answer remove(Request request) throws Problem {
        AlertChannel channel = channel(request);
        channels.remove(channel.siteId(), channel.id());
        return Answer.empty();
    }

    private Answer test(Request request) throws Problem {
        Site site = request.site(sites);
        byte[] body = Json.write(Map.of(
                "type",
                "test",
                "site",
                site.name(),
                "sentence",
                "This is a test: alerts of " + site.name() + " arrive here.",
                "path",
                "/sites/" + Integer.toHexString(site.id()) + "/alerts"));
        post.tellNow(
                channel(request), "test " + clock.millis(), new String(body, java.nio.charset.StandardCharsets.UTF_8));
        return Answer.empty();
    }

    private Answer sent(Request request) throws Problem {
        return Answer.json(new Page<>(
                deliveries.of(request.site(sites).id(), SHOWN).stream()
                        .map(Sent::of)
                        .toList(),
                null));
    }

    private AlertChannel channel(Request request) throws Problem {
        int site = request.site(sites).id();
        AlertChannel channel = channels.byId(request.path("cid"));
        if (channel == null || channel.siteId() != site) {
            throw Problem.notFound("place for alerts");
        }
        return channel;
    }

    record View(String id, String kind, String target, String pace, boolean paused, long createdAt) {
        static View of(AlertChannel channel) {
            return new View(
                    channel.id(),
                    channel.kind().key(),
                    channel.target(),
                    channel.pace().key(),
                    channel.paused(),
                    channel.createdAt());
        }
    }

    record Sent(
            String id,
            String channel,
            String state,
            int attempts,
            long createdAt,
            long dueAt,
            @Nullable Long endedAt,
            @Nullable String answer,
            String sentence) {
        static Sent of(Delivery delivery) {
            return new Sent(
                    delivery.id(),
                    delivery.channel(),
                    delivery.state().key(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.dueAt(),
                    delivery.endedAt(),
                    delivery.lastAnswer(),
                    Json.read(delivery.body()).path("sentence").asString(""));
        }
    }
}
