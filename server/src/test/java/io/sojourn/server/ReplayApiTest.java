package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.server.testing.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A visit, watched by owners and by who was given a link. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayApiTest {
    private static final Id128 SESSION = new Id128(3, 4);
    private static final ByteString DOCUMENT = ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

    @TempDir
    static Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final long now = System.currentTimeMillis();
    private Assembly server;
    private Api api;
    private JsonNode site;
    private String session;

    @BeforeAll
    void recordAVisit() throws Exception {
        server = Assembly.start(new Settings(data, "127.0.0.1", 0, null, Api.TOKEN), InstantSource.system());
        server.follow();
        api = new Api(server.url());
        site = api.post(
                "/api/sites", "{\"name\": \"Shop\", \"origins\": [\"shop.example\"], \"consent\": \"not-required\"}");
        session = "/api/sites/" + site.get("id").asString() + "/sessions/" + SESSION;
        send(
                Lane.ANALYSIS,
                Event.newBuilder()
                        .setPageView(PageView.newBuilder()
                                .setUrl("https://shop.example/lamp")
                                .setVisible(true))
                        .build(),
                Event.newBuilder()
                        .setAt(2_000)
                        .setScriptError(ScriptError.newBuilder().setMessage("cart is undefined"))
                        .build());
        // document, html, body, p, "one"; five seconds later "two"
        DomOps picture = program(
                List.of("", "html", "body", "p", "one"), 1, 2, 0, 0, 7, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 4, 1, 0, 0, 0, 0);
        send(
                Lane.PLAYBACK,
                Event.newBuilder().setDomOps(picture).build(),
                Event.newBuilder()
                        .setViewport(Viewport.newBuilder().setWidth(800).setHeight(600))
                        .build(),
                Event.newBuilder()
                        .setAt(5_000)
                        .setDomOps(program(List.of("two"), 6, 5, 1))
                        .build());
        api.await(
                "/api/sites/" + site.get("id").asString() + "/sessions?from=0",
                found -> found.get("items").findValuesAsString("hasRecording").contains("true"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void theContentsSayWhatWasOnTheScreenAndWhatWentWrong() {
        JsonNode recording = api.get(session + "/recording");
        assertThat(recording.get("screen").get(0).get("document").asString()).isEqualTo("0102030405060708");
        assertThat(recording.get("marks").findValuesAsString("kind")).containsExactly("page", "error");
        assertThat(recording.get("marks").get(1).get("label").asString()).isEqualTo("cart is undefined");
        assertThat(recording.get("gaps")).isEmpty();
    }

    @Test
    void aStretchBeginsWithAPictureOrGoesOnWithoutOne() throws Exception {
        EventList from = events("?at=4000");
        assertThat(from.getEvents(0).getDomOps().getCode(0)).isEqualTo(1);
        assertThat(from.getEventsList().stream().filter(Event::hasDomOps)).hasSize(2);
        EventList after = events("?after=4000");
        assertThat(after.getEventsList())
                .singleElement()
                .satisfies(event -> assertThat(event.getAt()).isEqualTo(5_000));
        assertThat(events("?after=5000").getEventsList()).isEmpty();
    }

    @Test
    void thePageIsRebuiltAtAnyMomentUnderAPolicyThatLetsNothingRun() {
        HttpResponse<byte[]> page = api.request("GET", session + "/page?at=4999", null);
        assertThat(new String(page.body())).contains("<p>one</p>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;")
                .contains("default-src 'none'");
        assertThat(new String(api.request("GET", session + "/page?at=end", null).body()))
                .contains("<p>two</p>");
    }

    @Test
    void aLinkShowsOneVisitToWhoIsNotLoggedInUntilItIsRevoked() throws Exception {
        JsonNode share = api.post(session + "/shares", "{\"atMs\": 4200, \"expiresInMs\": 3600000}");
        assertThat(share.get("url").asString()).startsWith(server.url() + "/player#share=");
        String shared = "/api/shared/" + share.get("url").asString().replaceFirst(".*=", "");

        assertThat(stranger(shared).body()).contains(SESSION.toString()).contains("\"atMs\":4200");
        assertThat(stranger(shared + "/recording").body())
                .contains("0102030405060708")
                .contains("\"visitorId\":null");
        assertThat(stranger(shared + "/recording/0102030405060708?at=0").statusCode())
                .isEqualTo(200);
        assertThat(stranger(session + "/recording").statusCode()).isEqualTo(401);
        assertThat(stranger(shared + "/rrweb").statusCode()).isEqualTo(404);
        assertThat(api.get(session + "/shares").get("items").findValuesAsString("url"))
                .doesNotContain(shared);

        String revoke = session.replaceFirst("/sessions/.*", "/shares/")
                + share.get("id").asString();
        assertThat(api.request("DELETE", revoke, "{}").statusCode()).isEqualTo(204);
        for (String path : List.of("", "/recording", "/recording/0102030405060708")) {
            assertThat(stranger(shared + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger("/api/shared/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(api.get(session + "/views").toString())
                .contains("\"who\":\"share " + share.get("id").asString() + "\"");
    }

    @Test
    void whoLooksIsWrittenDown() {
        api.get(session + "/recording");
        api.request("GET", session + "/rrweb", null);
        JsonNode views = api.get(session + "/views").get("items");
        assertThat(views.findValuesAsString("how")).contains("player", "rrweb");
        assertThat(views.get(0).get("at").asLong()).isGreaterThanOrEqualTo(now);
    }

    @Test
    void aLinkThatLastsTooLongIsRefusedWithASentence() {
        HttpResponse<byte[]> answer = api.request("POST", session + "/shares", "{\"expiresInMs\": 99999999999}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body())).contains("90 days");
    }

    @Test
    void aRecordingOfRrwebsBecomesAVisitLikeAnyOther() {
        String exported =
                new String(api.request("GET", session + "/rrweb", null).body());
        String ofSite = "/api/sites/" + site.get("id").asString() + "/sessions";
        JsonNode taken = api.post(ofSite + "/import", exported);
        assertThat(taken.get("skipped").asInt()).isZero();
        String imported = ofSite + "/" + taken.get("session").asString();

        api.await(
                ofSite + "?from=0",
                found -> found.toString().contains(taken.get("session").asString()));
        assertThat(new String(
                        api.request("GET", imported + "/page?at=end", null).body()))
                .contains("<p>two</p>");
        assertThat(api.get(imported + "/recording").get("durationMs").asLong()).isEqualTo(5_000);
        assertThat(api.request("POST", ofSite + "/import", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void anAssetIsServedOnlyAtItsWholeName() throws Exception {
        for (String path :
                List.of("/a", "/a/", "/a/x/y", "/a/" + "0".repeat(32) + "/" + "0".repeat(32), "/a/../api/sites")) {
            HttpResponse<String> answer = stranger(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
            assertThat(answer.body()).as(path).doesNotContain("shop.example");
        }
    }

    private EventList events(String query) throws Exception {
        return EventList.parseFrom(api.request("GET", session + "/recording/0102030405060708" + query, null)
                .body());
    }

    private HttpResponse<String> stranger(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static DomOps program(List<String> text, int... code) {
        DomOps.Builder program = DomOps.newBuilder().addAllText(text);
        for (int number : code) {
            program.addCode(number);
        }
        return program.build();
    }

    private void send(Lane lane, Event... events) throws Exception {
        EventList list = EventList.newBuilder().addAllEvents(List.of(events)).build();
        byte[] batch = Batch.newBuilder()
                .setSiteKey(site.get("key").asString())
                .setVisitorId(new Id128(9, 9).toByteString())
                .setSessionId(SESSION.toByteString())
                .setTabId(ByteString.copyFrom(new byte[8]))
                .setDocumentId(DOCUMENT)
                .setLane(lane)
                .setSentAt(now)
                .setPageStartedAt(now - 6_000)
                .setPayload(list.toByteString())
                .build()
                .toByteArray();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/batch"))
                .header("Origin", "https://shop.example")
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
    }
}
