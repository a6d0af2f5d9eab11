package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sojourn.server.alert.AlertSettings;
import io.sojourn.server.testing.Api;
import io.sojourn.sessions.follow.Retention;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Releases, the book of stalls, votes and alerts, asked from outside. */
@TestInstance(Lifecycle.PER_CLASS)
class OwnersDeskTest {
    @TempDir
    static Path data;

    private Assembly server;
    private Api api;
    private String site;

    @BeforeAll
    void start() throws Exception {
        Settings settings = new Settings(
                data,
                "127.0.0.1",
                0,
                null,
                Api.TOKEN,
                Retention.DEFAULT,
                Receiving.DEFAULT,
                new AlertSettings(null, true));
        server = Assembly.start(settings, InstantSource.system());
        api = new Api(server.url());
        site = "/api/sites/"
                + api.post("/api/sites", "{\"name\": \"Shop\", \"origins\": [\"shop.example\"]}")
                        .get("id")
                        .asString();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aReleaseIsMarkedListedAndTakenBack() throws Exception {
        JsonNode release = api.post(site + "/releases", "{\"name\": \"2.1\", \"at\": 1764000000000}");
        assertThat(api.get(site + "/releases").get("items")).contains(release);
        assertThat(release.get("markedBy").asString()).isEqualTo("admin token");
        String path = site + "/releases/" + release.get("id").asString();
        assertThat(status("DELETE", path, "")).isEqualTo(204);
        assertThat(status("DELETE", path, "")).isEqualTo(404);
        assertThat(status("POST", site + "/releases", "{}")).isEqualTo(400);
    }

    @Test
    void aStallIsAcknowledgedAssignedAndSaidToBeMendedButOnlyFiguresVerify() throws Exception {
        JsonNode release = api.post(site + "/releases", "{\"name\": \"2.2\", \"at\": 1764000000000}");
        String stall = site + "/stalls/s1/state";
        assertThat(status("POST", stall, "{\"state\": \"acknowledged\", \"assignee\": \"ben\"}"))
                .isEqualTo(200);
        String fixed = "{\"state\": \"fixed\", \"release\": \"%s\"}"
                .formatted(release.get("id").asString());
        assertThat(new String(api.request("POST", stall, fixed).body(), StandardCharsets.UTF_8))
                .contains("\"assignee\":\"ben\"");
        assertThat(api.get(site + "/stalls/s1/history").get("items")).hasSize(2);
        assertThat(api.get(site + "/stall-states").get("s1").get("state").asString())
                .isEqualTo("fixed");
        assertThat(status("POST", stall, "{\"state\": \"verified\"}")).isEqualTo(400);
        assertThat(status("POST", stall, "{\"state\": \"fixed\", \"release\": \"\"}"))
                .isEqualTo(400);
    }

    @Test
    void theDoctorSaysWhatIsWrongAndHowItIsMended() throws Exception {
        JsonNode found = api.get(site + "/doctor");
        JsonNode arrival = found.get("items").get(0);
        assertThat(arrival.get("state").asString()).isEqualTo("bad");
        assertThat(arrival.get("mend").asString()).contains("sojourn('consent', true)");
        assertThat(found.get("script").asString()).startsWith(server.url() + "/s/");
        assertThat(found.get("items"))
                .anyMatch(check -> check.get("key").asString().equals("disk"));
    }

    @Test
    void everyReportAnswersASiteWithoutVisits() throws Exception {
        List<String> reports = new ArrayList<>(List.of(
                "stalls", "forms", "checkup", "detectors", "pages", "sessions", "rules", "intake", "doctor", "alerts"));
        for (String kind : List.of(
                "click", "first-click", "rage", "dead", "error", "move", "scroll", "attention", "form", "time-lost")) {
            reports.add("heatmaps/" + kind + "?page=/");
        }
        for (String report : reports) {
            String narrowed =
                    report.contains("?") ? report : report + "?device=mobile&where=page:is:/cart&where=rage:at-least:1";
            assertThat(status("GET", site + "/" + report, null)).as(report).isEqualTo(200);
            assertThat(status("GET", site + "/" + narrowed, null)).as(narrowed).isIn(200, 400);
        }
        assertThat(api.get(site + "/stalls").get("sessions").asInt()).isZero();
    }

    @Test
    void aVoteIsTakenOnOneSignalOfOneVisit() throws Exception {
        String vote = "{\"kind\": \"rage\", \"sessionId\": \"%s\", \"at\": 5, \"friction\": true}";
        assertThat(status("POST", site + "/votes", vote.formatted("a".repeat(32))))
                .isEqualTo(204);
        assertThat(status("POST", site + "/votes", vote.formatted("x"))).isEqualTo(400);
        assertThat(status("POST", site + "/votes", "{\"kind\": \"rage\"}")).isEqualTo(400);
    }

    @Test
    void aTestAlertArrivesAtAHookAndItsSecretIsToldOnce() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer receiver = receiver(received);
        try {
            String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            JsonNode made =
                    api.post(site + "/alert-channels", "{\"kind\": \"hook\", \"target\": \"%s\"}".formatted(target));
            assertThat(made.get("secret").asString()).hasSize(64);
            assertThat(api.get(site + "/alert-channels").toString())
                    .contains(target)
                    .doesNotContain(made.get("secret").asString());
            String channel =
                    site + "/alert-channels/" + made.get("channel").get("id").asString();
            assertThat(status("POST", channel + "/test", "{}")).isEqualTo(204);
            assertThat(received.poll(30, TimeUnit.SECONDS)).contains("\"type\":\"test\"", "alerts of Shop arrive here");
            assertThat(status("DELETE", channel, "")).isEqualTo(204);
            assertThat(status("POST", channel + "/test", "{}")).isEqualTo(404);
        } finally {
            receiver.stop(0);
        }
    }

    private static HttpServer receiver(BlockingQueue<String> received) throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private int status(String method, String path, String body) throws Exception {
        return api.request(method, path, body).statusCode();
    }
}
