package io.sojourn.sessions.rebuild;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads user agent strings. Any thread. Remembers what it read, because reading takes a millisecond. */
public final class UserAgents {
    private static final String UNKNOWN = "Other";

    private final Parser parser = new Parser();
    private final LoadingCache<String, UserAgent> read =
            Caffeine.newBuilder().maximumSize(10_000).build(this::parse);

    /** @param robot a declared crawler or a browser without a window */
    public record UserAgent(String browser, String os, boolean robot) {}

    public UserAgent read(String userAgent) {
        return read.get(userAgent);
    }

    private UserAgent parse(String userAgent) {
        Client client = parser.parse(userAgent);
        boolean robot = "Spider".equals(client.device.family) || userAgent.contains("Headless");
        return new UserAgent(known(client.userAgent.family), known(client.os.family), robot);
    }

    private static String known(String family) {
        return UNKNOWN.equals(family) ? "" : family;
    }
}
