package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.server.testing.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's outside, asked as owners, strangers and broken agents ask. */
@TestInstance(Lifecycle.PER_CLASS)
class ApiTest {
    private static final String SHOP = "https://shop.example";

    @TempDir
    static Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private Assembly server;
    private Api api;
    private JsonNode site;

    @BeforeAll
    void start() throws Exception {
        server = Assembly.start(new Settings(data, "127.0.0.1", 0, null, Api.TOKEN), InstantSource.system());
        server.follow();
        api = new Api(server.url());
        site = api.post("/api/sites", "{\"name\": \"Shop\", \"origins\": [\"shop.example\"]}");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aNewSiteHasAKeyALineToPasteAndAsksForConsentUnlessToldOtherwise() {
        assertThat(site.get("origins").get(0).asString()).isEqualTo(SHOP);
        assertThat(site.get("consent").asString()).isEqualTo("required");
        assertThat(site.get("snippet").asString())
                .isEqualTo("<script async src=\"" + server.url() + "/s/"
                        + site.get("key").asString() + ".js\"></script>");
        assertThat(api.get("/api/sites").get("items")).isNotEmpty();
    }

    @Test
    void aMistypedAddressIsMendedWithoutPastingTheLineAgain() throws Exception {
        JsonNode typo = api.post("/api/sites", "{\"name\": \"Shop\", \"origins\": [\"shpo.example\"]}");
        String path = "/api/sites/" + typo.get("id").asString();
        api.request(
                "PUT",
                path,
                "{\"name\": \"Shop\", \"origins\": [\"www.shop.example\"], \"consent\": \"not-required\"}");
        JsonNode mended = api.get(path);
        assertThat(mended.get("origins").get(0).asString()).isEqualTo("https://www.shop.example");
        assertThat(mended.get("snippet")).isEqualTo(typo.get("snippet"));
        String script = stranger("GET", "/s/" + typo.get("key").asString() + ".js", null)
                .body();
        assertThat(script).contains("\"consent\":\"not-required\"");
        assertThat(api.request("PUT", path, "{\"name\": \"Shop\", \"origins\": []}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.get(path)).isEqualTo(mended);
    }

    @Test
    void theScriptCarriesTheSitesSettingsAndMayBeLoadedFromAnywhere() throws Exception {
        HttpResponse<String> script = stranger("GET", "/s/" + site.get("key").asString() + ".js", null);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).contains("\"consent\":\"required\"").doesNotContain("__SOJOURN_SETTINGS__");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        for (String path : new String[] {"/s/unknown.js", "/s/", "/s", "/s/.js"}) {
            assertThat(stranger("GET", path, null).statusCode()).as(path).isEqualTo(404);
        }
        for (String name : new String[] {"s.js", "more.js", "recorder.js"}) {
            HttpResponse<String> part = stranger("GET", "/v/" + Version.NAME + "/" + name, null);
            assertThat(part.statusCode()).as(name).isEqualTo(200);
            assertThat(part.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        }
    }

    @Test
    void theScriptForAllSitesAsksForTheSettingsOfItsOwn() throws Exception {
        HttpResponse<String> settings = stranger("GET", "/s/" + site.get("key").asString() + ".json", null);
        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(settings.body()).contains("\"consent\":\"required\"", "\"moreIntegrity\":\"sha384-");
    }

    @Test
    void aStrangerIsToldToLogIn() throws Exception {
        for (String path : new String[] {"/api/sites", "/api/sites/1/sessions", "/api/sites/1/heatmaps/click?page=/"}) {
            HttpResponse<String> answer = stranger("GET", path, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void theFirstAccountNeedsThePrintedTokenAndThenLogsInByCookie() throws Exception {
        String account =
                "{\"token\": \"%s\", \"email\": \"ann@shop.example\", \"password\": \"correct horse battery\"}";
        assertThat(stranger("POST", "/api/setup", account.formatted("wrong")).statusCode())
                .isEqualTo(403);
        HttpResponse<String> made = stranger(
                "POST", "/api/setup", account.formatted(server.entrance().setupToken()));
        assertThat(made.statusCode()).isEqualTo(204);
        assertThat(stranger(
                                "POST",
                                "/api/setup",
                                account.formatted(server.entrance().setupToken()))
                        .statusCode())
                .isEqualTo(409);

        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).containsIgnoringCase("httponly").containsIgnoringCase("samesite=strict");
        HttpRequest withCookie = HttpRequest.newBuilder(URI.create(server.url() + "/api/me"))
                .header("Cookie", cookie.split(";")[0])
                .build();
        String me =
                client.send(withCookie, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(me).contains("ann@shop.example").contains("\"setup\":false");
        assertThat(stranger("POST", "/api/login", "{\"email\": \"ann@shop.example\", \"password\": \"wrong\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormOfAnotherSiteCannotChangeAnything() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(server.url() + "/api/sites"))
                .header("Authorization", "Bearer " + Api.TOKEN)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"x\", \"origins\": [\"x.example\"]}"))
                .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void whatIsWrongWithAQuestionIsSaidInASentence() {
        problem("/api/sites/77", 404, "There is no such site.");
        problem("/api/sites/1/sessions/zz", 404, "There is no such session.");
        problem("/api/sites/1/sessions?where=color:is:red", 400, "There is no field");
        problem("/api/sites/1/sessions?limit=0", 400, "limit");
        problem("/api/sites/1/sessions?sort=name", 400, "sorted");
        problem("/api/sites/1/heatmaps/click", 400, "page");
        problem("/api/sites/1/heatmaps/smell?page=/", 404, "Kinds");
        problem("/api/nonsense", 404, "no such address");
    }

    private void problem(String path, int status, String sentence) {
        HttpResponse<byte[]> answer = api.request("GET", path, null);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        JsonNode document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.get("status").asInt()).isEqualTo(status);
        assertThat(document.get("detail").asString()).contains(sentence);
    }

    @Test
    void whoeverIsErasedIsGoneAndErasingAgainAnswersTheSame() throws Exception {
        String sessions = "/api/sites/" + site.get("id").asString() + "/sessions";
        batch(visit(new Id128(21, 1), new Id128(8, 8)), SHOP);
        batch(visit(new Id128(22, 1), new Id128(9, 9)), SHOP);
        api.await(sessions, list -> list.toString().contains(new Id128(21, 1).toString()));
        api.await(sessions, list -> list.toString().contains(new Id128(22, 1).toString()));

        String visitor = "/api/sites/" + site.get("id").asString() + "/visitors/" + new Id128(8, 8);
        assertThat(stranger("DELETE", visitor, null).statusCode()).isEqualTo(401);
        for (int i = 0; i < 2; i++) {
            assertThat(api.request("DELETE", visitor, null).statusCode()).isEqualTo(204);
            assertThat(api.get(sessions).toString())
                    .doesNotContain(new Id128(21, 1).toString())
                    .contains(new Id128(22, 1).toString());
        }
        String session = sessions + "/" + new Id128(22, 1);
        assertThat(api.request("DELETE", session, null).statusCode()).isEqualTo(204);
        problem(session, 404, "There is no such session.");
        assertThat(api.request("DELETE", sessions + "/zz", null).statusCode()).isEqualTo(404);
    }

    private byte[] visit(Id128 session, Id128 visitor) {
        return Batch.newBuilder()
                .setSiteKey(site.get("key").asString())
                .setSessionId(session.toByteString())
                .setVisitorId(visitor.toByteString())
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setLane(Lane.ANALYSIS)
                .setSentAt(System.currentTimeMillis())
                .setPayload(EventList.newBuilder()
                        .addEvents(Event.newBuilder()
                                .setPageView(
                                        PageView.newBuilder().setUrl(SHOP + "/").setVisible(true)))
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
    }

    @Test
    void brokenBatchesAreTypedCountedAndHarmless() throws Exception {
        byte[] good = Batch.newBuilder()
                .setSiteKey(site.get("key").asString())
                .setSessionId(new Id128(1, 2).toByteString())
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setLane(Lane.ANALYSIS)
                .setPayload(ByteString.copyFromUtf8("\u00ff\u00ff no event list"))
                .build()
                .toByteArray();
        assertThat(batch(good, SHOP).statusCode())
                .as("what is wrong inside is found later")
                .isEqualTo(204);
        assertThat(batch(good, "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(batch(Arrays.copyOf(good, good.length / 2), SHOP).statusCode())
                .isEqualTo(400);
        assertThat(batch(new byte[5 << 20], SHOP).statusCode()).isEqualTo(413);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            assertThat(batch(noise, SHOP).statusCode()).isBetween(400, 413);
        }

        JsonNode intake = api.await(
                "/api/sites/" + site.get("id").asString() + "/intake",
                told -> told.get("accepted").asInt() > 0);
        assertThat(intake.get("rejected").toString()).contains("wrong-origin").contains("hint");
        String metrics = stranger("GET", "/metrics", null).body();
        assertThat(metrics)
                .containsPattern("sojourn_batches_rejected_total\\{reason=\"malformed\"} 5\\d")
                .contains("sojourn_batches_rejected_total{reason=\"too-large\"} 1.0");
        assertThat(stranger("GET", "/healthz", null).statusCode()).isEqualTo(200);
    }

    @Test
    void theConsoleAndThePlayersFrameAreServedWithPoliciesThatHold() throws Exception {
        HttpResponse<String> console = stranger("GET", "/sites/1/sessions", null);
        assertThat(console.body()).contains("<script");
        assertThat(console.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        HttpResponse<String> frame = stranger("GET", "/frame", null);
        String policy = frame.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("sandbox allow-scripts;").contains("default-src 'none'");
        assertThat(frame.body()).doesNotContain("__NONCE__");
        assertThat(stranger("GET", "/../../etc/passwd", null).body()).doesNotContain("root:");
    }

    private HttpResponse<String> batch(byte[] body, String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/batch"))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> stranger(String method, String path, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).header("Content-Type", "application/json");
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
