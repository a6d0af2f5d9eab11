package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Posts alerts as JSON, signed ({@link Signature}). An owner says where to; that must not make this server ask its own
 * neighbours, so the name is resolved here, every address it has is looked at, the connection goes to the address that was looked
 * at (not to what the name means a moment later), and nothing is followed from there.
 */
public final class HookCourier implements Courier {
    /** As long as a receiver may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final HttpClient client;
    private final Predicate<InetAddress> reachable;
    private final InstantSource clock;
    private final Duration patience;

    /** @param reachable which addresses may be asked; looking a name up blocks, so it happens on a thread of Vert.x's pool */
    public HookCourier(Vertx vertx, Predicate<InetAddress> reachable, InstantSource clock, Duration patience) {
        this.vertx = vertx;
        this.reachable = reachable;
        this.clock = clock;
        this.patience = patience;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) patience.toMillis())
                .setKeepAlive(false));
    }

    @Override
    public CompletionStage<Outcome> carry(AlertChannel channel, List<Delivery> deliveries) {
        String body = deliveries.stream().map(Delivery::body).collect(Collectors.joining(",", "{\"alerts\":[", "]}"));
        URI target = URI.create(channel.target());
        return vertx.executeBlocking(() -> InetAddress.getAllByName(bare(target.getHost())), false)
                .compose(found -> allReachable(found)
                        ? post(channel, target, found[0], body)
                        : Future.succeededFuture(Outcome.never(
                                "The address belongs to this machine or its network, where hooks are not sent.")))
                .otherwise(HookCourier::trouble)
                .toCompletionStage();
    }

    private boolean allReachable(InetAddress[] found) {
        for (InetAddress address : found) {
            if (!reachable.test(address)) {
                return false;
            }
        }
        return true;
    }

    private Future<Outcome> post(AlertChannel channel, URI target, InetAddress address, String body) {
        boolean tls = target.getScheme().equalsIgnoreCase("https");
        int port = target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(bare(target.getHost()))
                .setPort(port)
                .setSsl(tls)
                .setURI(path(target))
                .setFollowRedirects(false)
                .putHeader("user-agent", "Sojourn")
                .putHeader("content-type", "application/json")
                .putHeader(
                        "sojourn-signature",
                        Signature.of(channel.secret(), clock.instant().getEpochSecond(), body));
        // The first line is the answer. Whatever else a receiver has to say, perhaps without end, is not listened to.
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body))
                        .map(answer ->
                                judge(answer.exceptionHandler(closedByUs -> {}).statusCode()))
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .eventually(() -> request.connection().close()));
    }

    /** 4xx is the receiver's last word, apart from the two that mean "later". */
    private static Outcome judge(int status) {
        String words = "It answered " + status + ".";
        if (status >= 200 && status < 300) {
            return Outcome.arrived(words);
        }
        if (status >= 300 && status < 400) {
            return Outcome.never("It answered " + status + ", which leads elsewhere; hooks do not follow.");
        }
        boolean later = status >= 500 || status == 408 || status == 429;
        return later ? Outcome.later(words) : Outcome.never(words);
    }

    private static Outcome trouble(Throwable trouble) {
        return Outcome.later(
                trouble instanceof UnknownHostException
                        ? "Its name is not known."
                        : "It could not be reached: " + trouble.getMessage());
    }

    private static String path(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    /** Without the brackets of an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
