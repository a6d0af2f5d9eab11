package io.sojourn.journey.stall;

import java.util.Locale;

/** What it means that a visit was lost. */
public enum Loss {
    /** It reached no goal afterwards. For sites whose visits reach goals. */
    GOAL,
    /** It ended on that page. */
    LEFT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
