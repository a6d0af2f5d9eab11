package io.sojourn.server.asset;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that may be asked, as far as its text tells: http or https, a usual port, no log-in, no secret in its query.
 *
 * @param host without the brackets of IPv6
 * @param path with the query
 */
record AssetTarget(boolean tls, String host, int port, String path, URI address) {
    private static final int LONGEST = 4_000;
    /** As the agent hides them; a sender need not be an agent. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "token|secret|sig|auth|pass|pwd|session|key|code|jwt|mail|credential|expires|policy",
            Pattern.CASE_INSENSITIVE);

    static AssetTarget of(String address) throws AssetRefused {
        try {
            return of(new URI(address));
        } catch (URISyntaxException notAnAddress) {
            throw AssetRefused.forGood("its address cannot be read");
        }
    }

    /** Where a redirect leads. */
    AssetTarget redirected(String location) throws AssetRefused {
        try {
            return of(address.resolve(new URI(location)));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            throw AssetRefused.forGood("it leads to an address that cannot be read");
        }
    }

    private static AssetTarget of(URI uri) throws AssetRefused {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) {
            throw AssetRefused.forGood("only http and https are fetched");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty() || uri.toString().length() > LONGEST) {
            throw AssetRefused.forGood("its address cannot be read");
        }
        if (uri.getRawUserInfo() != null) {
            throw AssetRefused.forGood("its address holds a log-in");
        }
        int usual = tls ? 443 : 80;
        if (uri.getPort() != -1 && uri.getPort() != usual) {
            throw AssetRefused.forGood("its port is not the usual one");
        }
        if (hasSecret(uri.getRawQuery())) {
            throw AssetRefused.forGood("its address seems to hold a secret");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new AssetTarget(tls, bare(host), usual, path + query, uri);
    }

    private static boolean hasSecret(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("[&;]"))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .anyMatch(key -> SECRET_KEY.matcher(key).find());
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
