package io.sojourn.sessions;

import java.util.Locale;

/** Layout classes by viewport width in CSS px (SIGNALS 8.1). */
public enum Device {
    MOBILE,
    TABLET,
    DESKTOP;

    public static Device ofViewportWidth(int width) {
        return width < 768 ? MOBILE : width < 1024 ? TABLET : DESKTOP;
    }

    /** The name on the outside: {@code mobile}, {@code tablet}, {@code desktop}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such device */
    public static Device ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
