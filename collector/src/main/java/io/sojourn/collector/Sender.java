package io.sojourn.collector;

import org.jspecify.annotations.Nullable;

/**
 * What a request says of who sent it.
 *
 * @param origin the Origin header, null when there was none
 * @param userAgent empty when there was none
 * @param address truncated already; see {@link Addresses}
 */
public record Sender(@Nullable String origin, String userAgent, String address) {
    /** For what a site's own server sends: it is no visitor. */
    static final Sender NOBODY = new Sender(null, "", "");
}
