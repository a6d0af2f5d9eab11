package io.sojourn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port nobody listens on now. The snippet line names the port, so it has to be known before listening begins. */
final class FreePort {
    private FreePort() {}

    /** {@code wanted} if nobody listens there on the loopback address, else any free one. */
    static int orFree(int wanted) {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return find("127.0.0.1");
        }
    }

    static int find(String host) {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return probe.getLocalPort();
        } catch (IOException trouble) {
            throw new UncheckedIOException("no free port on " + host, trouble);
        }
    }
}
