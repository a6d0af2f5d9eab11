package io.sojourn.server.api;

import io.undertow.server.HttpServerExchange;
import java.util.regex.Pattern;

/** Our copies of assets as sources in a policy: whoever shows a recording may load these and nothing else. */
final class AssetOrigin {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:]{2,45}](:[0-9]{1,5})?");

    private AssetOrigin() {}

    /**
     * The host is spelled out because a document of opaque origin has no self. A host that is none is left out, and with it the
     * pictures.
     */
    static String sources(HttpServerExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null || !HOST.matcher(host).matches() ? "" : " http://" + host + "/a/ https://" + host + "/a/";
    }
}
