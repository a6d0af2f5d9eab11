package io.sojourn.collector;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests a second one address and one site may send. Addresses are held in memory only, for a minute after their last
 * request. Any thread.
 */
public final class RateLimits {
    private static final int MAX_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Room for a crowd after a quiet time, in seconds of the usual rate. */
    private static final int BURST_S = 10;

    private final LoadingCache<InetAddress, Allowance> addresses;
    private final ConcurrentHashMap<Integer, Allowance> sites = new ConcurrentHashMap<>();
    private final PerSecond limits;
    private final InstantSource clock;

    /**
     * Requests a second; ten times as many may come at once after a quiet time. An agent sends about one in five seconds, and
     * a whole company may share an address.
     */
    public record PerSecond(int address, int site) {
        public static final PerSecond DEFAULT = new PerSecond(300, 5_000);

        public PerSecond {
            if (address < 1 || site < 1) {
                throw new IllegalArgumentException(
                        "receiving.perAddress and receiving.perSite are 1 or more, a second.");
            }
        }
    }

    public RateLimits(PerSecond limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        addresses = Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterAccess(REMEMBERED)
                .executor(Runnable::run) // its little housekeeping is cheaper than waking another thread for it
                .build(address -> new Allowance(limits.address(), BURST_S));
    }

    /** Counts one request. Loopback is not held to it: that is a proxy of this machine that is not named as one. */
    public boolean allowsAddress(InetAddress address) {
        return address.isLoopbackAddress() || addresses.get(address).take(clock.millis());
    }

    /** Counts one request. */
    public boolean allowsSite(int site) {
        Allowance known = sites.get(site);
        Allowance allowance =
                known == null ? sites.computeIfAbsent(site, id -> new Allowance(limits.site(), BURST_S)) : known;
        return allowance.take(clock.millis());
    }
}
