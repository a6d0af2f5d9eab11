package io.sojourn.server.asset;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one picture or font. A visitor says what: so every hop's scheme, port and address are looked at, the connection goes to
 * the address that was looked at (not to what the name means a moment later), and size, time and type are bounded. Sends no
 * cookie, no referrer. Never blocks; any thread.
 */
final class AssetFetcher implements AutoCloseable {
    static final Limits USUAL = new Limits(Duration.ofSeconds(15), 8 << 20, 3);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /**
     * @param patience for one address with all its hops
     * @param bytes of one content
     */
    record Limits(Duration patience, int bytes, int hops) {}

    /** What there is at an address. */
    record Fetched(AssetType type, byte[] content) {}

    /** Looks a name up; may block. */
    interface Resolver {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    private final Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final Predicate<InetAddress> reachable;
    private final Limits limits;
    private final PortRule ports;

    /** Which port of the server stands behind an allowed one; for tests, which cannot listen on port 80. */
    interface PortRule {
        int connectTo(AssetTarget target);
    }

    AssetFetcher(Vertx vertx, Predicate<InetAddress> reachable) {
        this(vertx, InetAddress::getAllByName, reachable, USUAL, AssetTarget::port);
    }

    AssetFetcher(Vertx vertx, Resolver resolver, Predicate<InetAddress> reachable, Limits limits, PortRule ports) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.reachable = reachable;
        this.limits = limits;
        this.ports = ports;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) limits.patience().toMillis())
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(16 << 10));
    }

    /** Fails with {@link AssetRefused}. */
    Future<Fetched> fetch(String address) {
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        Future<Fetched> fetched;
        try {
            fetched = hop(AssetTarget.of(address), limits.hops(), open);
        } catch (AssetRefused refused) {
            return Future.failedFuture(refused);
        }
        return fetched.timeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
                .recover(trouble -> {
                    HttpClientRequest request = open.get();
                    if (request != null) {
                        request.reset();
                    }
                    return Future.failedFuture(refusal(trouble));
                });
    }

    private static AssetRefused refusal(Throwable trouble) {
        if (trouble instanceof AssetRefused refused) {
            return refused;
        }
        return AssetRefused.forNow(
                trouble instanceof UnknownHostException
                        ? "its host is not known"
                        : "its server did not answer in time");
    }

    private Future<Fetched> hop(AssetTarget target, int hopsLeft, AtomicReference<@Nullable HttpClientRequest> open) {
        return vertx.executeBlocking(() -> checked(resolver.lookUp(target.host())), false)
                .compose(address -> client.request(request(target, address)))
                .compose(request -> {
                    open.set(request);
                    request.exceptionHandler(AssetFetcher::alreadyAnswered);
                    return request.send();
                })
                .compose(response -> answered(target, response, hopsLeft, open));
    }

    /** Every address of the name must be public: one that is not would be tried by whoever asks next. */
    private InetAddress checked(InetAddress[] found) throws AssetRefused {
        if (found.length == 0 || !Arrays.stream(found).allMatch(reachable)) {
            throw AssetRefused.forGood("its host is not on the public internet");
        }
        return found[0];
    }

    private RequestOptions request(AssetTarget target, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(ports.connectTo(target), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader("accept", "image/*,font/*,*/*;q=0.1")
                .putHeader("accept-encoding", "identity")
                .putHeader("user-agent", "Sojourn");
    }

    private Future<Fetched> answered(
            AssetTarget target,
            HttpClientResponse response,
            int hopsLeft,
            AtomicReference<@Nullable HttpClientRequest> open) {
        response.exceptionHandler(AssetFetcher::alreadyAnswered);
        try {
            int status = response.statusCode();
            if (REDIRECTS.contains(status)) {
                return redirected(target, response, hopsLeft, open);
            }
            if (status != 200) {
                throw status >= 500 || status == 429
                        ? AssetRefused.forNow("its server answered " + status)
                        : AssetRefused.forGood("its server answered " + status);
            }
            String encoding = response.getHeader("content-encoding");
            if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
                throw AssetRefused.forGood("it is packed");
            }
            if (!AssetType.mayBeSaid(response.getHeader("content-type"))) {
                throw AssetRefused.forGood("it is neither a picture nor a font");
            }
            return read(response).compose(AssetFetcher::judged);
        } catch (AssetRefused refused) {
            return Future.failedFuture(refused);
        }
    }

    /** What goes wrong after a hop was judged, such as our own hanging up, changes nothing. */
    private static void alreadyAnswered(Throwable trouble) {}

    private Future<Fetched> redirected(
            AssetTarget target,
            HttpClientResponse response,
            int hopsLeft,
            AtomicReference<@Nullable HttpClientRequest> open)
            throws AssetRefused {
        String location = response.getHeader("location");
        if (location == null || hopsLeft == 0) {
            throw AssetRefused.forGood("it leads from address to address");
        }
        AssetTarget next = target.redirected(location);
        if (target.tls() && !next.tls()) {
            throw AssetRefused.forGood("it leads from https to http");
        }
        response.request().reset();
        return hop(next, hopsLeft - 1, open);
    }

    /** Stops reading at the limit, whatever length was announced. */
    private Future<byte[]> read(HttpClientResponse response) {
        Promise<byte[]> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(piece -> {
            if (read.length() + piece.length() > limits.bytes()) {
                whole.tryFail(AssetRefused.forGood("it is too large"));
                response.request().reset();
            } else {
                read.appendBuffer(piece);
            }
        });
        response.exceptionHandler(trouble -> whole.tryFail(AssetRefused.forNow("its server broke off")));
        response.endHandler(end -> whole.tryComplete(read.getBytes()));
        return whole.future();
    }

    private static Future<Fetched> judged(byte[] content) {
        AssetType type = AssetType.of(content);
        return type == null
                ? Future.failedFuture(AssetRefused.forGood("it is neither a picture nor a font"))
                : Future.succeededFuture(new Fetched(type, content));
    }

    @Override
    public void close() {
        client.close();
    }
}
