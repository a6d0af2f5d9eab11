package io.sojourn.sessions.filter;

import io.sojourn.sessions.Device;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a report is about. One filter means the same sessions in every report.
 *
 * @param from epoch ms, inclusive, of a session's start
 * @param to epoch ms, exclusive
 * @param device only sessions that began on this device class
 */
public record SessionFilter(
        int siteId, long from, long to, @Nullable Device device, List<Condition> where) {
    public SessionFilter {
        where = List.copyOf(where);
    }

    public static SessionFilter all(int siteId) {
        return new SessionFilter(siteId, 0, Long.MAX_VALUE, null, List.of());
    }

    /** One {@code where=field:op:value}. */
    public record Condition(Field field, Op op, String value) {}

    public enum Field {
        PAGE,
        ENTRY,
        EXIT,
        BROWSER,
        OS,
        VISITOR,
        CLICKS,
        PAGES,
        DURATION,
        ENGAGED,
        RECORDED
    }

    public enum Op {
        IS,
        NOT,
        CONTAINS,
        AT_LEAST,
        AT_MOST
    }
}
