package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.server.testing.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Rules, counts and deriving again, asked from outside. */
@TestInstance(Lifecycle.PER_CLASS)
class RulesTest {
    @TempDir
    static Path data;

    private Assembly server;
    private Api api;
    private String site;

    @BeforeAll
    void start() throws Exception {
        server = Assembly.start(new Settings(data, "127.0.0.1", 0, null, Api.TOKEN), InstantSource.system());
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
    void whatIsLeftOutOfAChangeStaysAsItIs() throws Exception {
        put("{\"goals\": [{\"name\": \"Bought a lamp\", \"anyOf\": [{\"kind\": \"event\", \"value\": \"order\"}]}]}");
        put(
                "{\"pages\": [{\"pattern\": \"/p/*\", \"name\": \"Products\"}], \"thresholds\": {\"rage.hammer_clicks\": 6}}");

        JsonNode rules = api.get(site + "/rules");
        assertThat(rules.get("goals").get(0).get("id").asString()).isEqualTo("bought-a-lamp");
        assertThat(rules.get("pages").get(0).get("name").asString()).isEqualTo("Products");
        assertThat(rules.get("thresholds").get("rage.hammer_clicks").intValue()).isEqualTo(6);
        assertThat(rules.get("defaults").get("rage.hammer_clicks").intValue()).isEqualTo(4);
    }

    @Test
    void theAgentIsToldWhatItsOwnerDecided() {
        String agent = site + "/agent";
        assertThat(api.get(agent).get("masking").asString()).isEqualTo("balanced");
        api.request("PUT", agent, "{\"mask\": [\".name\", \"[title=\\\"ä\\\"]\"], \"share\": 0.5}");
        api.request("PUT", agent, "{\"masking\": \"strict\"}");

        JsonNode decided = api.get(agent);
        assertThat(decided.get("mask").get(0).asString()).isEqualTo(".name");
        assertThat(decided.get("share").asDouble()).isEqualTo(0.5);
        String key = api.get(site).get("key").asString();
        JsonNode told = api.get("/s/" + key + ".json");
        assertThat(told.get("mask").get(1).asString()).isEqualTo("[title=\"ä\"]");
        assertThat(told.get("masking").asString()).isEqualTo("strict");
        assertThat(told.has("block")).isFalse();

        HttpResponse<byte[]> wrong = api.request("PUT", agent, "{\"block\": [\"a{}\"]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(new String(wrong.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("not a CSS selector");
        api.request("PUT", agent, "{\"mask\": [], \"share\": 1, \"masking\": \"balanced\"}");
        assertThat(api.get("/s/" + key + ".json").has("mask")).isFalse();
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws Exception {
        assertThat(put("{\"thresholds\": {\"rage.klicks\": 6}}").body()).contains("There is no threshold");
        assertThat(put("{\"goals\": [{\"name\": \"Nothing\", \"anyOf\": []}]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void sessionsAreCounted() throws Exception {
        assertThat(api.get(site + "/session-counts").get("sessions").intValue()).isZero();
    }

    @Test
    void aCommandOfThisMachineMayHaveFactsDerivedAgain() throws Exception {
        RunningServer running = RunningServer.of(data);
        assertThat(running).isNotNull();
        assertThat(rederive(running.token())).isEqualTo(202);
        assertThat(rederive("guessed")).isEqualTo(401);
    }

    @Test
    void aCommandOfThisMachineMarksARelease() throws Exception {
        CommandLine command = new CommandLine(new ReleaseCommand());
        assertThat(command.execute("4.2", "--data", data.toString(), "--at", "2026-01-31T12:00", "--note", "faster"))
                .isZero();
        assertThat(api.get(site + "/releases").get("items")).singleElement().satisfies(release -> {
            assertThat(release.get("name").asString()).isEqualTo("4.2");
            assertThat(release.get("note").asString()).isEqualTo("faster");
            assertThat(release.get("markedBy").asString()).isEqualTo("command line");
        });
        assertThatThrownBy(() -> release("4.3", "--site", "ffff")).hasMessageStartingWith("Say which site: ");
        assertThatThrownBy(() -> release("4.3", "--at", "yesterday")).hasMessageContaining("2026-12-01T10:30");
    }

    private static void release(String name, String option, String value) throws Exception {
        ReleaseCommand command = new ReleaseCommand();
        new CommandLine(command).parseArgs(name, "--data", data.toString(), option, value);
        command.call();
    }

    private static int rederive(String token) throws Exception {
        RunningServer running = RunningServer.of(data);
        HttpRequest request = HttpRequest.newBuilder(URI.create(running.url() + "/api/rederive"))
                .header("Content-Type", "application/json")
                .header("X-Sojourn-Local", token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> put(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + site + "/rules"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Api.TOKEN)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
