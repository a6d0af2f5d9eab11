package io.sojourn.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every host that a hostile page names, as one raw socket: whoever connects is noted before a byte is read, so that also a
 * connection that asks for nothing, and one that begins with TLS, counts. A browser is led here by {@link #everyHost}.
 */
public final class AttackersSite implements AutoCloseable {
    private final ServerSocket listening;
    private volatile String page = "";
    /** What came over each connection first; empty for one that was opened and said nothing readable. */
    private final List<String> connections = new CopyOnWriteArrayList<>();

    public AttackersSite() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        Thread accepting = new Thread(this::accept, "attacker");
        accepting.setDaemon(true);
        accepting.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Puts this page at this site's own address; all others stay empty, as it would frame itself without end. */
    public void serve(String html) {
        page = html;
    }

    /** The browser's flag that sends every host but this machine's address here, whatever its port; what it asks its maker goes nowhere. */
    public String everyHost() {
        return "--host-resolver-rules=MAP *.googleapis.com ~NOTFOUND, MAP *.google.com ~NOTFOUND, MAP *.gvt1.com ~NOTFOUND, MAP * 127.0.0.1:"
                + listening.getLocalPort() + ", EXCLUDE 127.0.0.1";
    }

    /** In the order they were opened. */
    public List<String> connections() {
        return List.copyOf(connections);
    }

    /** What came so far does not count. */
    public void forget() {
        connections.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                int number;
                synchronized (connections) {
                    number = connections.size();
                    connections.add("");
                }
                Thread answering = new Thread(() -> answer(socket, number), "attacker's answer");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket, int number) {
        try (socket) {
            byte[] asked = new byte[8_192];
            InputStream in = socket.getInputStream();
            int length = in.read(asked);
            String said = length > 0 ? new String(asked, 0, length, StandardCharsets.ISO_8859_1) : "";
            if (number < connections.size()) {
                connections.set(number, said);
            }
            boolean front = said.startsWith("GET / ") && said.contains("Host: 127.0.0.1");
            byte[] body = (front ? page : "").getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: seen=1\r\nContent-Length: "
                                    + body.length + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        } catch (IOException goneAway) {
            // browsers open more than they use
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
