package io.sojourn.benchmarks.collector;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code ./sojourn bench crash [runs]}: numbered batches are sent to the server, which is killed at a random moment and
 * started again on the same folder, over and over; at the end the log is read. Exit status 1 when a batch that was answered
 * 204 is not in it, a record cannot be read, or too little was sent to tell.
 */
public final class CrashBench {
    private static final int SENDERS = 8;
    private static final int ENOUGH = 200;
    private static final int MOST_MS = 1_500;

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong next = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();

    private CrashBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = Files.createTempDirectory("sojourn-bench-crash");
        int status;
        try {
            status = new CrashBench(folder).run(runs, new Random(7));
        } finally {
            Folders.delete(folder);
        }
        System.exit(status);
    }

    private int run(int runs, Random random) throws Exception {
        String key = "";
        for (int run = 0; run < runs; run++) {
            int port = Java.freePort();
            Process server = serve(port);
            key = key.isEmpty() ? OurSite.on(port) : key;
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> senders = send(port, key, over);
            long before = acknowledged.size();
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (acknowledged.size() < before + ENOUGH && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(MOST_MS));
            server.toHandle().destroyForcibly();
            server.waitFor();
            over.set(true);
            for (Thread sender : senders) {
                sender.join();
            }
        }
        return count(runs);
    }

    private Process serve(int port) throws Exception {
        String data = folder.resolve("data").toString();
        Process server = Java.start(
                folder.resolve("server.log"),
                List.of(),
                "io.sojourn.server.CollectorAlone",
                data,
                "" + port,
                System.getProperty("durability", "process-crash"));
        Java.awaitPort(port, server);
        return server;
    }

    private List<Thread> send(int port, String key, AtomicBoolean over) {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Thread sender = new Thread(() -> sendUntilGone(port, key, over));
            sender.start();
            senders.add(sender);
        }
        return senders;
    }

    private void sendUntilGone(int port, String key, AtomicBoolean over) {
        while (!over.get()) {
            long number = next.getAndIncrement();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/batch"))
                    .header("Origin", OurSite.ORIGIN)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(OurSite.batch(key, number)))
                    .build();
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status == 204) {
                    acknowledged.add(number);
                } else if (status < 429) {
                    System.err.println("batch " + number + " was answered " + status);
                    return;
                }
            } catch (Exception killed) {
                return;
            }
        }
    }

    private int count(int runs) throws Exception {
        BitSet found = new BitSet();
        long damaged;
        long records = 0;
        try (EventLog log = ChronicleEventLog.open(folder.resolve("data").resolve("log"));
                LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                found.set(Batch.parseFrom(entry.batch()).getSequence());
                records++;
            }
            damaged = reader.damaged();
        }
        long lost = acknowledged.stream()
                .filter(number -> !found.get(number.intValue()))
                .count();
        String line =
                "%d kills, %d batches acknowledged, %d records in the log, %d acknowledged and lost, %d unreadable"
                        .formatted(runs, acknowledged.size(), records, lost, damaged);
        Files.writeString(
                Folders.result("crash-java" + Runtime.version().feature() + ".md"),
                "# Killed under load\n\n" + line + ".\n");
        System.out.println(line);
        boolean proven = acknowledged.size() >= (long) runs * ENOUGH;
        return proven && lost == 0 && damaged == 0 ? 0 : 1;
    }
}
