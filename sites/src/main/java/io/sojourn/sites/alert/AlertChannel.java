package io.sojourn.sites.alert;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where alerts of a site go.
 *
 * @param id 32 hex digits
 * @param target an address to post to, or an e-mail address
 * @param secret what posts are signed with; nothing for mail
 * @param paused nothing is sent while it is; nothing is kept back either
 */
public record AlertChannel(
        String id, int siteId, Kind kind, String target, String secret, Pace pace, boolean paused, long createdAt) {
    /** How alerts travel. */
    public enum Kind {
        HOOK,
        MAIL;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException with a sentence */
        public static Kind ofKey(String key) {
            return find(values(), key, "kind of channel");
        }
    }

    /** When they leave. */
    public enum Pace {
        /** At once. */
        ONCE,
        /** Together, once a day. */
        DAILY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException with a sentence */
        public static Pace ofKey(String key) {
            return find(values(), key, "pace");
        }
    }

    private static <E extends Enum<E>> E find(E[] values, String key, String what) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + what + " \"" + key + "\"; there are "
                        + String.join(
                                " and ",
                                Arrays.stream(values)
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + "."));
    }
}
