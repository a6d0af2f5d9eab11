package io.sojourn.server.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that does to whoever fetches from it what it can. Remembers every request it gets. */
final class HostileServer implements AutoCloseable {
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1};

    private final ServerSocket listening;
    /** The first line and the headers of each request. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    HostileServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "hostile");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread answering = new Thread(() -> answer(socket), "hostile answer");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String request = head(socket);
            requests.add(request);
            String path = request.split(" ")[1];
            OutputStream out = socket.getOutputStream();
            switch (path.replaceFirst("\\?.*", "")) {
                case "/a.png" -> send(out, "200 OK", "Content-Type: image/png", PNG);
                case "/page.png" -> send(out, "200 OK", "Content-Type: text/html", PNG);
                case "/lie.png" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: image/png",
                            "<html><script>1</script>".getBytes(StandardCharsets.UTF_8));
                case "/icon.svg" ->
                    send(
                            out,
                            "200 OK",
                            "Content-Type: image/svg+xml",
                            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
                case "/to" -> send(out, "302 Found", "Location: " + path.replaceFirst(".*\\?", ""), new byte[0]);
                case "/round" -> send(out, "302 Found", "Location: /round", new byte[0]);
                case "/packed.png" -> send(out, "200 OK", "Content-Type: image/png\r\nContent-Encoding: gzip", PNG);
                case "/endless.png" -> endless(out);
                case "/silent.png" -> socket.getInputStream().read();
                case "/drip.png" -> drip(out, socket);
                case "/short.png" ->
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 900\r\n\r\nx"
                            .getBytes(StandardCharsets.US_ASCII));
                default -> send(out, "404 Not Found", "Content-Type: text/html", new byte[0]);
            }
        } catch (IOException goneAway) {
            // as expected of a careful client
        }
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new SocketException("nothing asked");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void send(OutputStream out, String status, String header, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + header + "\r\nSet-Cookie: a=b\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(PNG);
        while (true) {
            out.write(new byte[8_192]);
        }
    }

    /** Headers, and then nothing more until the other side gives up. */
    private static void drip(OutputStream out, Socket socket) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
