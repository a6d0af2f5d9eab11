package io.sojourn.sessions;

import java.util.List;
import java.util.Locale;

/** Who made a visit (SIGNALS 12). */
public enum VisitorClass {
    PERSON,
    /** A program that acts for a person: its user agent says so, or it moves as only programs do. */
    AGENT,
    /** A crawler that says what it is. */
    BOT,
    /** A browser that is driven by a script. */
    AUTOMATION,
    /** The owner's own people. */
    INTERNAL,
    /** A probe that looks whether the site is up. */
    MONITORING;

    /** Left out of every report unless it is asked for by its class. */
    public static final List<VisitorClass> LEFT_OUT = List.of(BOT, MONITORING, INTERNAL);

    /** The name on the outside. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
