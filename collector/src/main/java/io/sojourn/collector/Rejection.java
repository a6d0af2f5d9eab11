package io.sojourn.collector;

import java.util.Locale;

/** A sender's mistake: final, counted, and explained to the site's owner. */
public enum Rejection {
    MALFORMED(400, "The body is not a batch. A proxy may be changing request bodies, or something else posts here."),
    UNKNOWN_SITE(403, "No site has this key. Copy the snippet line again from the site's set-up page."),
    WRONG_ORIGIN(
            403,
            "The line stands in a page whose address is not one of the site's. Add that address, with http or https and the"
                    + " port, or remove the line there."),
    TOO_LARGE(413, "The body is over the limit of one request."),
    BROKEN_OFF(400, "The request ended before its body did. A proxy may be cutting requests off."),
    WRONG_ASSET(400, "The content does not have the hash it was sent under, or is not of its kind."),
    ASSET_QUOTA(
            403,
            "The site has as many style sheets, images and fonts as it may have. Raise receiving.assetsPerSiteMb, or keep"
                    + " recordings for a shorter time."),
    WRONG_KEY(401, "Events from a server need the site's server key as a bearer token."),
    WRONG_EVENTS(400, "The events are not as docs/api.md describes them; the answer names each mistake.");

    private final int status;
    private final String hint;

    Rejection(int status, String hint) {
        this.status = status;
        this.hint = hint;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence that tells the owner what to do. */
    public String hint() {
        return hint;
    }

    /** The name on the outside: {@code wrong-origin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
