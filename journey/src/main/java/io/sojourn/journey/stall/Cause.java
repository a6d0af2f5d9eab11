package io.sojourn.journey.stall;

import java.util.Locale;

/** Why somebody stalled, as far as the evidence goes (SIGNALS 11.2). In the order in which they are tried. */
public enum Cause {
    BROKEN,
    SLOW,
    FORM_ERROR,
    FORM_EFFORT,
    NOT_FOUND,
    UNCLEAR,
    CHOICE,
    UNKNOWN;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Cause ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it may be shown as a fault of the site. */
    public boolean defect() {
        return this != CHOICE && this != UNKNOWN;
    }
}
