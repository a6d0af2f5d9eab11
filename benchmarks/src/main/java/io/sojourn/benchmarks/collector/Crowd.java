package io.sojourn.benchmarks.collector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What normal traffic notices of many idle connections and of senders that write a byte now and then. */
final class Crowd {
    private static final int IDLE = 5_000;
    private static final int SLOW = 200;
    private static final int CONNECTIONS = 4;

    private Crowd() {}

    /** @param ratio median time to an answer with the crowd ÷ without */
    record Noticed(int idle, int slow, Spread alone, Spread beside, Spread ratio) {}

    static Noticed beside(Measured server, Wrk wrk, int rounds, int seconds) throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(wrk.run(server.port, CONNECTIONS, seconds).p50Micros());
            List<SocketChannel> idle = new ArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            try {
                for (int i = 0; i < IDLE; i++) {
                    idle.add(connect(server.port));
                }
                Thread drip = slowWriters(server.port, over);
                beside.add(wrk.run(server.port, CONNECTIONS, seconds).p50Micros());
                over.set(true);
                drip.join();
            } finally {
                for (SocketChannel channel : idle) {
                    channel.close();
                }
            }
            ratios.add(beside.get(round) / alone.get(round));
        }
        return new Noticed(IDLE, SLOW, Spread.of(alone), Spread.of(beside), Spread.of(ratios));
    }

    private static SocketChannel connect(int port) throws IOException {
        return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static Thread slowWriters(int port, AtomicBoolean over) throws IOException {
        List<SocketChannel> slow = new ArrayList<>();
        byte[] head = "POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < SLOW; i++) {
            SocketChannel channel = connect(port);
            channel.write(ByteBuffer.wrap(head));
            slow.add(channel);
        }
        Thread drip = new Thread(() -> drip(slow, over));
        drip.start();
        return drip;
    }

    private static void drip(List<SocketChannel> slow, AtomicBoolean over) {
        try {
            while (!over.get()) {
                for (SocketChannel channel : slow) {
                    channel.write(ByteBuffer.wrap(new byte[1]));
                }
                Thread.sleep(200);
            }
            for (SocketChannel channel : slow) {
                channel.close();
            }
        } catch (IOException | InterruptedException gone) {
            over.set(true);
        }
    }
}
