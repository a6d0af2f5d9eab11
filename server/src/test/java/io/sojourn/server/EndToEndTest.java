package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.server.testing.Api;
import io.sojourn.server.testing.Chrome;
import io.sojourn.server.testing.DecodedBatch;
import io.sojourn.server.testing.KeptBytes;
import io.sojourn.server.testing.KeptData;
import io.sojourn.server.testing.SitePages;
import io.sojourn.server.testing.VisiblePage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole path on real input: a real server, a real page on another origin with the pasted line, a real browser. One
 * visit is made; the tests ask what became of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EndToEndTest {
    private static final List<String> SECRETS =
            List.of("Wilhelmina", "wilhelmina@secret.example", "hunter2hunter2", "meet me at noon", "dear diary");

    @TempDir
    static Path data;

    private final SitePages site = new SitePages();
    private final Chrome chrome = new Chrome();
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private Assembly server;
    private Api api;
    private String siteId;
    private String sessionId;
    private String liveAtTheEnd;

    @BeforeAll
    void visit() throws Exception {
        Settings settings = new Settings(data, "127.0.0.1", 0, null, Api.TOKEN);
        server = Assembly.start(settings, InstantSource.system());
        server.follow();
        api = new Api(server.url());
        JsonNode made = api.post(
                "/api/sites",
                "{\"name\": \"Shop\", \"origins\": [\"%s\"], \"consent\": \"not-required\"}".formatted(site.origin()));
        siteId = made.get("id").asString();
        site.paste(made.get("snippet").asString());
        try (BrowserContext visitor = chrome.visitor(1280, 800)) {
            walkThrough(visitor.newPage());
        }
        JsonNode list = api.await(
                sessions(),
                sessions -> sessions.at("/items/0/clicks").asInt() >= 9
                        && sessions.at("/items/0/pageViews").asInt() >= 2);
        sessionId = list.at("/items/0/id").asString();
    }

    @AfterAll
    void close() {
        chrome.close();
        server.close();
        site.close();
    }

    private void walkThrough(Page page) {
        page.onRequest(request -> {
            if (request.url().endsWith("/v1/batch") && request.method().equals("POST")) {
                sent.add(request.postDataBuffer());
            }
        });
        page.navigate(site.origin() + "/");
        page.waitForFunction("() => window.sojourn && sojourn('status') && sojourn('status').recording");
        page.click("#add");
        page.click("#add");
        page.click("#nothing");
        page.mouse().wheel(0, 400);
        page.fill("[name=name]", "");
        page.locator("[name=name]").pressSequentially("Wilhelmina");
        page.locator("[name=email]").fill("wilhelmina@secret.example");
        page.locator("[name=password]").fill("hunter2hunter2");
        page.locator("[name=note]").fill("meet me at noon");
        page.click("#rich");
        page.keyboard().type("dear diary");
        page.click("[name=terms]");
        page.selectOption("[name=size]", "Large");
        page.click("#inside");
        page.click("#send");
        page.click("#to-list");
        page.click("#second");
        page.evaluate("() => sojourn('flush')");
        liveAtTheEnd = VisiblePage.masked(page.mainFrame());
        page.navigate("about:blank");
    }

    private String sessions() {
        return "/api/sites/" + siteId + "/sessions";
    }

    private String session() {
        return sessions() + "/" + sessionId;
    }

    @Test
    void theVisitIsOneSessionWithItsPagesAndClicks() {
        JsonNode list = api.get(sessions());
        assertThat(list.get("items")).hasSize(1);
        JsonNode session = list.at("/items/0");
        assertThat(session.get("clicks").asInt()).isEqualTo(9);
        assertThat(session.get("pageViews").asInt()).isEqualTo(2);
        assertThat(session.get("entryPage").asString()).isEqualTo("/");
        assertThat(session.get("exitPage").asString()).isEqualTo("/list");
        assertThat(session.get("device").asString()).isEqualTo("desktop");
        assertThat(session.get("hasRecording").asBoolean()).isTrue();
        assertThat(session.get("gaps").asInt()).isZero();
    }

    @Test
    void whatWasTypedIsInNoRequest() throws Exception {
        assertThat(sent).isNotEmpty();
        for (byte[] body : sent) {
            KeptBytes.of(body).holdNoneOf(SECRETS);
            KeptBytes.of(DecodedBatch.payload(Batch.parseFrom(body))).holdNoneOf(SECRETS);
        }
    }

    @Test
    void whatWasTypedIsNowhereInTheDataFolder() throws Exception {
        try (KeptData kept = KeptData.copyOf(data)) {
            assertThat(kept.files()).hasSizeGreaterThan(5);
            for (byte[] file : kept.files()) {
                KeptBytes.of(file).holdNoneOf(SECRETS);
            }
            assertThat(kept.loggedPayloads()).isNotEmpty();
            for (byte[] payload : kept.loggedPayloads()) {
                KeptBytes.of(payload).holdNoneOf(SECRETS);
            }
            List<byte[]> events = kept.events(1, Id128.parse(sessionId));
            assertThat(events).hasSizeGreaterThan(20);
            for (byte[] event : events) {
                KeptBytes.of(event).holdNoneOf(SECRETS);
            }
        }
    }

    @Test
    void thePageInThePlayerIsThePageAtTheEndOfTheVisit() {
        try (BrowserContext owner = chrome.owner(Api.TOKEN)) {
            Page player = owner.newPage();
            player.navigate(server.url() + "/player?site=" + siteId + "&session=" + sessionId + "&at=end");
            player.waitForSelector("html[data-ready]", new Page.WaitForSelectorOptions().setTimeout(30_000));
            Frame replayed = player.frame("page");
            assertThat(VisiblePage.replayed(replayed)).isEqualTo(liveAtTheEnd);
        }
    }

    @Test
    void theHeatmapHasExactlyTheClicksThatWereMadeOnTheirElements() {
        JsonNode home = api.get("/api/sites/" + siteId + "/heatmaps/click?page=/&device=desktop");
        assertThat(countsById(home))
                .containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.of(
                        "#add",
                        2L,
                        "#nothing",
                        1L,
                        "#rich",
                        1L,
                        "[name=terms]",
                        1L,
                        "#inside",
                        1L,
                        "#send",
                        1L,
                        "#to-list",
                        1L)));
        assertThat(home.get("views").asInt()).isEqualTo(1);
        assertThat(home.get("total").asInt()).isEqualTo(8);
        assertThat(home.get("unplaced").asInt()).isZero();

        JsonNode list = api.get("/api/sites/" + siteId + "/heatmaps/click?page=/list&device=desktop");
        assertThat(countsById(list)).containsExactlyEntriesOf(Map.of("#second", 1L));
        assertThat(api.get("/api/sites/" + siteId + "/heatmaps/click?page=/&device=mobile")
                        .get("total")
                        .asInt())
                .isZero();
    }

    private static Map<String, Long> countsById(JsonNode map) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode element : map.get("elements")) {
            JsonNode fingerprint = element.get("fingerprint");
            String name = fingerprint.has("id")
                    ? "#" + fingerprint.get("id").asString()
                    : "[name=" + fingerprint.path("name").asString("?") + "]";
            long inCells = 0;
            for (JsonNode cell : element.get("cells")) {
                inCells += cell.get(2).asLong();
            }
            assertThat(inCells).isEqualTo(element.get("count").asLong());
            counts.merge(name, inCells, Long::sum);
        }
        return counts;
    }

    @Test
    void theRebuiltPageAndTheExportAreAnsweredToo() {
        List<JsonNode> events = new ArrayList<>();
        api.get(session() + "/rrweb").forEach(events::add);
        assertThat(events.get(0).get("type").asInt()).isEqualTo(4);
        assertThat(events.get(1).get("type").asInt()).isEqualTo(2);

        var html = api.request("GET", session() + "/page?at=end", null);
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(new String(html.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Second")
                .doesNotContain("<script>");
    }

    @Test
    void whatAnOwnerHidesByASelectorNeverArrives() {
        try (SitePages other = new SitePages();
                BrowserContext visitor = chrome.visitor(1280, 800)) {
            JsonNode made = api.post(
                    "/api/sites",
                    "{\"name\": \"Other\", \"origins\": [\"%s\"], \"consent\": \"not-required\"}"
                            .formatted(other.origin()));
            String decided = "/api/sites/" + made.get("id").asString() + "/agent";
            api.request("PUT", decided, "{\"mask\": [\"h1\"], \"block\": [\"nav\", \"form#order\"]}");
            other.paste(made.get("snippet").asString());
            Page page = visitor.newPage();
            page.navigate(other.origin() + "/");
            page.waitForFunction("() => window.sojourn && sojourn('status').recording === 'on'");
            page.click("#add");
            page.evaluate("() => sojourn('flush')");
            String sessions = "/api/sites/" + made.get("id").asString() + "/sessions";
            JsonNode list =
                    api.await(sessions, all -> all.at("/items/0/hasRecording").asBoolean());
            String session = sessions + "/" + list.at("/items/0/id").asString();
            String html = new String(
                    api.request("GET", session + "/page?at=end", null).body(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(html).contains("Add to cart").doesNotContain("Lamps", ">List<", "E-mail", "I agree");

            api.request("PUT", decided, "{\"off\": true}");
            // The script before is kept by this visitor's browser for five minutes.
            try (BrowserContext next = chrome.visitor(1280, 800)) {
                Page second = next.newPage();
                second.navigate(other.origin() + "/");
                second.waitForFunction("() => window.sojourn && sojourn('status').state === 'switched-off'");
            }
        }
    }
}
