package io.sojourn.server.alert;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * True for addresses of the public internet. False for this machine, its networks, and all that is set aside for special use
 * (IANA's special-purpose registries, RFC 6890), also when an IPv4 address hides inside an IPv6 one.
 */
public final class PublicAddresses implements Predicate<InetAddress> {
    private static final String[] IPV4 = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4"
    };
    /** All of 2000::/3 is public but for these; nothing else is. */
    private static final String[] IPV6 = {"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"};

    @Override
    public boolean test(InetAddress address) {
        if (address instanceof Inet4Address) {
            return Arrays.stream(IPV4).noneMatch(range -> within(address, range));
        }
        if (address instanceof Inet6Address) {
            return within(address, "2000::/3") && Arrays.stream(IPV6).noneMatch(range -> within(address, range));
        }
        return false;
    }

    private static boolean within(InetAddress address, String range) {
        int slash = range.indexOf('/');
        int bits = Integer.parseInt(range.substring(slash + 1));
        byte[] start = literal(range.substring(0, slash));
        byte[] bytes = address.getAddress();
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit & 7);
            if (((start[bit >> 3] ^ bytes[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notALiteral) {
            throw new AssertionError(notALiteral);
        }
    }
}
