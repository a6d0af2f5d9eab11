package io.sojourn.server.api;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.asset.Asset;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.server.asset.AssetPaths;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our copies of pictures and fonts, at paths nobody can guess. Without a cookie: the player's frame has none. What is served is of a
 * type that runs nothing where it is drawn, and under a policy that lets nothing run where it is opened by itself.
 */
public final class AssetHandler implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{32})/([0-9a-f]{32})");
    private static final Set<String> SERVED = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "image/x-icon",
            "image/svg+xml",
            "font/woff2",
            "font/woff",
            "font/otf",
            "font/ttf");
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Sites sites;
    private final AssetStore store;
    private final AssetPaths paths;

    public AssetHandler(Sites sites, AssetStore store, AssetPaths paths) {
        this.sites = sites;
        this.store = store;
        this.paths = paths;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        if (!reads) {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED).endExchange();
            return;
        }
        exchange.dispatch(() -> answer(exchange)); // reads a file
    }

    private void answer(HttpServerExchange exchange) {
        Asset asset = find(exchange.getRelativePath());
        exchange.getResponseHeaders()
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(new HttpString("Content-Security-Policy"), POLICY)
                .put(new HttpString("Access-Control-Allow-Origin"), "*")
                .put(new HttpString("Cross-Origin-Resource-Policy"), "cross-origin");
        if (asset == null) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND).endExchange();
            return;
        }
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, asset.contentType())
                .put(Headers.CACHE_CONTROL, "private, max-age=86400, immutable");
        exchange.getResponseSender().send(ByteBuffer.wrap(asset.content()));
    }

    private @Nullable Asset find(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return null;
        }
        for (Site site : sites.all()) {
            if (Login.same(paths.site(site.id()), parts.group(1))) {
                Asset asset = store.read(site.id(), null, Id128.parse(parts.group(2)));
                return asset != null && SERVED.contains(asset.contentType()) ? asset : null;
            }
        }
        return null;
    }
}
