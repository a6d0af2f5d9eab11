package io.sojourn.sessions.rebuild;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.sojourn.sessions.VisitorClass;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads user agent strings. Any thread. Remembers what it read, because reading takes a millisecond. */
public final class UserAgents {
    private static final String UNKNOWN = "Other";

    private final Parser parser = new Parser();
    private final LoadingCache<String, UserAgent> read =
            Caffeine.newBuilder().maximumSize(10_000).build(this::parse);

    /** @param declared what kind of visitor it says it is */
    public record UserAgent(String browser, String os, VisitorClass declared) {}

    public UserAgent read(String userAgent) {
        return read.get(userAgent);
    }

    private UserAgent parse(String userAgent) {
        Client client = parser.parse(userAgent);
        return new UserAgent(known(client.userAgent.family), known(client.os.family), DeclaredVisitors.of(userAgent));
    }

    private static String known(String family) {
        return UNKNOWN.equals(family) ? "" : family;
    }
}
