package io.sojourn.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands say to the server that runs on the same data folder; who can read the folder may. */
final class LocalCalls {
    private static final int TROUBLE = 300;

    private LocalCalls() {}

    /** @throws IOException with the server's own words where it refused, and when nobody answers */
    static JsonNode send(RunningServer server, String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .header("X-Sojourn-Local", server.token())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= TROUBLE) {
                throw new Refused(words(answer));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private static String words(HttpResponse<String> answer) {
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        return problem.has("detail")
                ? problem.get("detail").asString()
                : "the server answered " + answer.statusCode() + ": " + answer.body();
    }

    /** The server answered, and not as was hoped. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
