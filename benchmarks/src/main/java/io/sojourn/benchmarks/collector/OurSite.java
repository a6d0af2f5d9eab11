package io.sojourn.benchmarks.collector;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site made for the bench on a running server, and batches of it. */
final class OurSite {
    static final String ORIGIN = "https://shop.example";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private OurSite() {}

    /** @return its key */
    static String on(int port) throws IOException, InterruptedException {
        HttpRequest make = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sites"))
                .header("Authorization", "Bearer " + Java.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"Bench\",\"origins\":[\"" + ORIGIN + "\"],\"consent\":\"not-required\"}"))
                .build();
        String made = CLIENT.send(make, HttpResponse.BodyHandlers.ofString()).body();
        Matcher key = Pattern.compile("\"key\":\"(\\w+)\"").matcher(made);
        if (!key.find()) {
            throw new IOException("no site was made: " + made);
        }
        return key.group(1);
    }

    /** A batch of about 1.2 KB whose payload is noise, as deflated events are. */
    static byte[] batch(String key, long number) {
        byte[] payload = new byte[1_090];
        new Random(number).nextBytes(payload);
        return Batch.newBuilder()
                .setSiteKey(key)
                .setVisitorId(bytes(16, number))
                .setSessionId(bytes(16, number))
                .setTabId(bytes(8, number))
                .setDocumentId(bytes(8, number))
                .setLane(Lane.ANALYSIS)
                .setSequence((int) number)
                .setSentAt(1_700_000_000_000L)
                .setPageStartedAt(1_700_000_000_000L)
                .setCodecValue(1)
                .setAgentVersion("bench")
                .setPayload(ByteString.copyFrom(payload))
                .build()
                .toByteArray();
    }

    private static ByteString bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
