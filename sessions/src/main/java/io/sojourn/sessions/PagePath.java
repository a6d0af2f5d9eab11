package io.sojourn.sessions;

import java.net.URI;
import java.net.URISyntaxException;

/** The path of an address, as the name of a page: no host, query or trailing slash; hash routes kept (SIGNALS 13.3). */
public final class PagePath {
    private static final int MAX_LENGTH = 512;

    private PagePath() {}

    /** Never fails: an address that cannot be understood becomes {@code /}. */
    public static String of(String url) {
        try {
            URI uri = new URI(url.replace(' ', '+'));
            String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
            String fragment = uri.getFragment();
            boolean hashRoute = fragment != null && (fragment.startsWith("/") || fragment.startsWith("!/"));
            return cut(tidy(path) + (hashRoute ? "#" + withoutQuery(fragment) : ""));
        } catch (URISyntaxException notAnAddress) {
            return "/";
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

    private static String cut(String path) {
        return path.length() <= MAX_LENGTH ? path : path.substring(0, MAX_LENGTH);
    }
}
