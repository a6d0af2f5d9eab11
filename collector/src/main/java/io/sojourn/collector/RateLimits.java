package io.sojourn.collector;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How many requests a second one address and one site may send. Addresses are held in memory only, for a minute after their last
 * request. Any thread.
 */
public final class RateLimits {
    private static final int MAX_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final LoadingCache<InetAddress, Bucket> addresses;
    private final LoadingCache<Integer, Bucket> sites;

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
        TimeMeter time = new ClockMeter(clock);
        addresses = Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterAccess(REMEMBERED)
                .executor(Runnable::run) // its little housekeeping is cheaper than waking another thread for it
                .build(address -> bucket(limits.address(), time));
        sites = Caffeine.newBuilder().build(site -> bucket(limits.site(), time));
    }

    /** Counts one request. Loopback is not held to it: that is a proxy of this machine that is not named as one. */
    public boolean allowsAddress(InetAddress address) {
        return address.isLoopbackAddress() || addresses.get(address).tryConsume(1);
    }

    /** Counts one request. */
    public boolean allowsSite(int site) {
        return sites.get(site).tryConsume(1);
    }

    private static Bucket bucket(int perSecond, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(10L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
