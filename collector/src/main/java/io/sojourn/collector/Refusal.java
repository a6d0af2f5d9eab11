package io.sojourn.collector;

import java.util.Locale;

/** Weather: not now. The sender keeps what it has and comes back; the owner is told how often it happened. */
public enum Refusal {
    LOG_UNAVAILABLE(503, "The log takes nothing: the disk is full or gone."),
    DISK_LOW(
            503,
            "The disk is nearly full. Recordings are refused first, everything at the end. Make room, or keep less."),
    BUSY(503, "More arrives at once than there is memory for. Recordings are refused first."),
    CLOSING(503, "The server was being stopped."),
    TOO_MANY(429, "More requests a second than receiving.perSite or receiving.perAddress allow.");

    private final int status;
    private final String hint;

    Refusal(int status, String hint) {
        this.status = status;
        this.hint = hint;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence for the owner. */
    public String hint() {
        return hint;
    }

    /** The name on the outside: {@code disk-low}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
