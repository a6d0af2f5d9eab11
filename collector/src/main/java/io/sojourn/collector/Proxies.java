package io.sojourn.collector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies whose word about a sender's address counts. Nobody else's does. */
public final class Proxies {
    /** No proxy is believed. */
    public static final Proxies NONE = new Proxies(List.of());

    private final List<Network> networks;

    /** @throws IllegalArgumentException with a sentence unless each is an address or a network like 10.0.0.0/8 */
    public static Proxies of(List<String> written) {
        return new Proxies(written.stream().map(Network::of).toList());
    }

    private Proxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * The sender: the last address in the chain that is no proxy of ours.
     *
     * @param peer who connected
     * @param forwardedFor the X-Forwarded-For header, null when there was none
     */
    public InetAddress sender(InetAddress peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || networks.isEmpty() || !trusted(peer)) {
            return peer;
        }
        InetAddress sender = peer;
        for (int end = forwardedFor.length(); end >= 0; ) {
            int comma = forwardedFor.lastIndexOf(',', end - 1);
            InetAddress before = literal(forwardedFor.substring(comma + 1, end).strip());
            end = comma;
            if (before == null) {
                return sender; // what stands before a word that is no address was not written by a proxy of ours
            }
            sender = before;
            if (!trusted(before)) {
                return sender;
            }
        }
        return sender;
    }

    private boolean trusted(InetAddress address) {
        for (Network network : networks) {
            if (network.holds(address)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return inDigits(text) ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    /** Whether it can only be an address, so that no name is ever looked up. Asked with every request, so no pattern is. */
    private static boolean inDigits(String text) {
        int dots = 0;
        int colons = 0;
        boolean decimal = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c == ':') {
                colons++;
            } else if (c < '0' || c > '9') {
                decimal = false;
                if (Character.digit(c, 16) < 0 || c > 'f') {
                    return false;
                }
            }
        }
        return colons >= 2 ? dots == 0 || dots == 3 : colons == 0 && decimal && dots == 3;
    }

    private record Network(byte[] prefix, int bits) {
        static Network of(String written) {
            int slash = written.indexOf('/');
            InetAddress address = literal(slash < 0 ? written : written.substring(0, slash));
            String bits = slash < 0 ? "" : written.substring(slash + 1);
            if (address == null || !bits.matches("\\d{0,3}") || (slash >= 0 && bits.isEmpty())) {
                throw wrong(written);
            }
            int longest = address.getAddress().length * Byte.SIZE;
            int length = bits.isEmpty() ? longest : Integer.parseInt(bits);
            if (length > longest) {
                throw wrong(written);
            }
            return new Network(address.getAddress(), length);
        }

        private static IllegalArgumentException wrong(String written) {
            return new IllegalArgumentException(
                    "trustedProxies are addresses or networks like 10.0.0.0/8, not \"" + written + "\".");
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int mask = 0xff << Math.max(0, Byte.SIZE - (bits - bit));
                if (((bytes[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask & 0xff) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
