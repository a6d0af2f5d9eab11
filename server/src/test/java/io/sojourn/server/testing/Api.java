package io.sojourn.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a script uses it: with the admin token. */
public final class Api {
    public static final String TOKEN = "a token for tests only";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String server;

    public Api(String server) {
        this.server = server;
    }

    public JsonNode get(String path) {
        HttpResponse<byte[]> answer = request("GET", path, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return json.readTree(answer.body());
    }

    public JsonNode post(String path, String body) {
        return json.readTree(request("POST", path, body).body());
    }

    public HttpResponse<byte[]> request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Asks again until the answer is as wanted. */
    public JsonNode await(String path, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = get(path);
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + path + ", last: " + last);
            }
            Thread.onSpinWait();
            last = get(path);
        }
        return last;
    }
}
