package io.sojourn.collector;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses are cut before anything is written: IPv4 keeps 24 bits, IPv6 keeps 48 (SIGNALS 15.5). */
public final class Addresses {
    private Addresses() {}

    /** The cut address as text; empty for null. */
    public static String truncate(@Nullable InetAddress address) {
        if (address == null) {
            return "";
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, address instanceof Inet4Address ? 3 : 6, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException lengthCannotBeWrong) {
            throw new AssertionError(lengthCannotBeWrong);
        }
    }
}
