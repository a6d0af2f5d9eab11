package io.sojourn.server.api;

import io.sojourn.sites.Accounts;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.server.handlers.CookieSameSiteMode;
import io.undertow.util.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who asks: the holder of the admin token, or of a cookie that {@link Accounts} knows. */
final class Login {
    static final String ADMIN = "admin token";
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final @Nullable String adminToken;
    private final boolean https;
    private final String cookieName;

    /** @param publicUrl where browsers reach the console; by HTTPS, the cookie insists on it */
    Login(Accounts accounts, @Nullable String adminToken, String publicUrl) {
        this.accounts = accounts;
        this.adminToken = adminToken;
        this.https = publicUrl.startsWith("https:");
        this.cookieName = cookieName(URI.create(publicUrl).getPort());
    }

    /** Browsers share cookies between the ports of a host: without the port, a demo would log its neighbour out. */
    private static String cookieName(int port) {
        return port < 0 ? "sojourn" : "sojourn-" + port;
    }

    @Nullable
    String who(HttpServerExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        if (authorization != null) {
            boolean right = adminToken != null
                    && authorization.startsWith(BEARER)
                    && same(authorization.substring(BEARER.length()), adminToken);
            return right ? ADMIN : null;
        }
        Cookie cookie = exchange.getRequestCookie(cookieName);
        return cookie == null ? null : accounts.whoHas(cookie.getValue());
    }

    void begin(HttpServerExchange exchange, String email) {
        exchange.setResponseCookie(
                cookie(accounts.logIn(email), (int) Duration.ofDays(14).toSeconds()));
    }

    void end(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(cookieName);
        if (cookie != null) {
            accounts.logOut(cookie.getValue());
        }
        exchange.setResponseCookie(cookie("", 0));
    }

    /** Takes the same time wherever the difference is. */
    static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private Cookie cookie(String value, int maxAgeSeconds) {
        return new CookieImpl(cookieName, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(https)
                .setSameSiteMode(CookieSameSiteMode.STRICT.toString())
                .setMaxAge(maxAgeSeconds);
    }
}
