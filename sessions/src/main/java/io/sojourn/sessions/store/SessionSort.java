package io.sojourn.sessions.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The order of a list of sessions. */
public record SessionSort(By by, boolean descending) {
    public static final SessionSort NEWEST_FIRST = new SessionSort(By.STARTED_AT, true);

    /** What sessions can be sorted by. */
    public enum By {
        STARTED_AT("startedAt", "v.started_at"),
        DURATION("durationMs", "(v.ended_at - v.started_at)"),
        ENGAGED("engagedMs", "v.engaged_ms"),
        PAGE_VIEWS("pageViews", "v.page_views"),
        CLICKS("clicks", "v.clicks"),
        STALLS("stalls", "coalesce(stalls.n, 0)");

        private final String key;
        final String sql;

        By(String key, String sql) {
            this.key = key;
            this.sql = sql;
        }
    }

    /** Reads {@code startedAt} or {@code -startedAt}. @throws IllegalArgumentException with a sentence */
    public static SessionSort parse(String text) {
        boolean descending = text.startsWith("-");
        String key = descending ? text.substring(1) : text;
        for (By by : By.values()) {
            if (by.key.equals(key)) {
                return new SessionSort(by, descending);
            }
        }
        String keys = Arrays.stream(By.values()).map(by -> by.key).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("Sessions cannot be sorted by \"" + key + "\". Choose one of: " + keys
                + ", with a leading - for the largest first.");
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + by.key;
    }
}
