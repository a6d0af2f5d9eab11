package io.sojourn.sessions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of an address, as the name of a page: no host, query or trailing slash; hash routes kept (SIGNALS 13.3). */
public final class PagePath {
    private static final int MAX_LENGTH = 512;
    /** Not {@code java.net.URI}: browsers leave characters such as | and { as they are, which it refuses. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/?#]*)?(/[^?#]*)?(?:\\?[^#]*)?(?:#(.*))?");

    private PagePath() {}

    /** Never fails: an address that cannot be understood becomes {@code /}. */
    public static String of(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return "/";
        }
        String path = address.group(1) == null ? "/" : decoded(address.group(1));
        String fragment = address.group(2) == null ? "" : decoded(address.group(2));
        boolean hashRoute = fragment.startsWith("/") || fragment.startsWith("!/");
        return Clipped.to(MAX_LENGTH, tidy(path) + (hashRoute ? "#" + withoutQuery(fragment) : ""));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercent) {
            return part;
        }
    }

    private static String withoutQuery(String route) {
        int query = route.indexOf('?');
        return query < 0 ? route : route.substring(0, query);
    }

    private static String tidy(String path) {
        String withoutIndex =
                path.endsWith("/index.html") ? path.substring(0, path.length() - "index.html".length()) : path;
        return withoutIndex.length() > 1 && withoutIndex.endsWith("/")
                ? withoutIndex.substring(0, withoutIndex.length() - 1)
                : withoutIndex;
    }
}
