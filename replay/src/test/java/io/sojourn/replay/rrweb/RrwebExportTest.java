package io.sojourn.replay.rrweb;

import static io.sojourn.replay.script.Tree.document;
import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.shadow;
import static io.sojourn.replay.script.Tree.svg;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.NodeScroll;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.PointerPress;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.replay.Playback;
import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Chromium;
import io.sojourn.replay.script.RandomVisit;
import io.sojourn.replay.script.Tree;
import io.sojourn.replay.script.Visit;
import io.sojourn.replay.tape.Tape;
import io.sojourn.replay.tape.TapeRecorder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RrwebExportTest {
    private Chromium browser;

    @BeforeAll
    void open() {
        browser = new Chromium();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"11,true", "12,false", "13,true", "14,false"})
    void rrwebRebuildsTheSamePageAtEveryMoment(long seed, boolean virtual) {
        RandomVisit visit = new RandomVisit(seed, 40, 300);
        Tape tape = new TapeRecorder(visit.visit.document()).record();
        RrwebPlayer player = new RrwebPlayer(browser, export(visit.visit, 0, Playback.END), virtual);

        for (int second = 0; second < 40; second += 3) {
            long moment = second * 1_000L + 500;
            assertThat(player.at(moment).outline()).as("second " + second).isEqualTo(outline(tape.pageAt((int)
                    moment)));
        }
        assertThat(player.warnings()).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aWindowBeginsWithThePageAsItWasThen(long seed) {
        RandomVisit visit = new RandomVisit(seed, 30, 300);
        Tape tape = new TapeRecorder(visit.visit.document()).record();
        RrwebPlayer player = new RrwebPlayer(browser, export(visit.visit, 12_400, 20_400));

        assertThat(player.at(0).outline()).isEqualTo(outline(tape.pageAt(12_400)));
        assertThat(player.at(8_000).outline()).isEqualTo(outline(tape.pageAt(20_400)));
    }

    @Test
    void whatIsNotMarkupIsPlayedToo() {
        Agent agent = new Agent();
        Tree style = html("style").with("=css", "p{color:rgb(1,2,3)}");
        Tree link = html("link").with("rel", "stylesheet").with("=css", "p{width:50px}");
        Tree field = html("input").with("=value", "typed");
        Tree box = html("input").with("type", "checkbox").with("=checked", "1");
        Tree area = html("textarea", text("default")).with("=value", "written");
        Tree card = html("x-card", shadow(html("b", text("in the shadow"))), text("light"));
        Tree frame = html("iframe", document(html("html", html("head"), html("body", html("p", text("framed"))))));
        Tree picture = svg("svg", svg("linearGradient"));
        Tree image = html("img")
                .with("src", "https://shop.example/a.png")
                .with("=width", "120")
                .with("=height", "80");
        Visit visit = Visit.document(5)
                .at(
                        0,
                        agent.snapshot(
                                page(style, link, html("p", text("x")), field, box, area, card, frame, picture, image)))
                .at(
                        0,
                        Event.newBuilder()
                                .setViewport(Viewport.newBuilder().setWidth(800).setHeight(600)))
                .at(1_000, agent.insertRule(style.id(), 1, "p{margin-left:7px}").insertRule(link.id(), 0, "i{top:0}"))
                .at(2_000, agent.attribute(field.id(), "=value", "typed more").attribute(box.id(), "=checked", null))
                .at(
                        3_000,
                        agent.sheet(0, "p{padding-top:9px}").adopt(1, 0).insertSheetRule(0, 1, "p{padding-left:8px}"))
                .at(4_000, agent.attribute(style.id(), "=css", "p{color:rgb(4,5,6)}"))
                .at(5_000, agent.move(card.id(), 5, 0));
        RrwebPlayer player = new RrwebPlayer(browser, export(visit, 0, Playback.END));

        player.at(500);
        assertThat(player.ask("getComputedStyle(doc.querySelector('p')).color")).isEqualTo("rgb(1, 2, 3)");
        assertThat(player.ask("getComputedStyle(doc.querySelector('p')).width")).isEqualTo("50px");
        assertThat(player.ask("doc.querySelector('input').value")).isEqualTo("typed");
        assertThat(player.ask("doc.querySelector('[type=checkbox]').checked")).isEqualTo(true);
        assertThat(player.ask("doc.querySelector('textarea').value")).isEqualTo("written");
        assertThat(player.ask("doc.querySelector('x-card').shadowRoot.textContent"))
                .isEqualTo("in the shadow");
        assertThat(player.ask("doc.querySelector('iframe').contentDocument.body.textContent"))
                .isEqualTo("framed");
        assertThat(player.ask("doc.querySelector('linearGradient').namespaceURI"))
                .isEqualTo("http://www.w3.org/2000/svg");
        assertThat(player.ask("doc.querySelector('img').style.width")).isEqualTo("120px");

        player.at(5_500);
        assertThat(player.ask("getComputedStyle(doc.querySelector('p')).color")).isEqualTo("rgb(4, 5, 6)");
        assertThat(player.ask("getComputedStyle(doc.querySelector('p')).paddingTop"))
                .isEqualTo("9px");
        assertThat(player.ask("doc.querySelector('input').value")).isEqualTo("typed more");
        assertThat(player.ask("doc.querySelector('[type=checkbox]').checked")).isEqualTo(false);
        assertThat(player.ask("doc.body.firstElementChild.shadowRoot.textContent"))
                .isEqualTo("in the shadow");
    }

    @Test
    void rulesChangedOneByOneArePlayed() {
        Agent agent = new Agent();
        Tree style = html("style").with("=css", "p{top:0} b{top:0}");
        Visit visit = Visit.document(5)
                .at(0, agent.snapshot(page(style, html("p", text("x")))))
                .at(1_000, agent.insertRule(style.id(), 1, "p{margin-left:7px}").deleteRule(style.id(), 2));
        RrwebPlayer player = new RrwebPlayer(browser, export(visit, 0, Playback.END), false);

        player.at(1_500);
        assertThat(player.ask("[...doc.querySelectorAll('style')].at(-1).sheet.cssRules.length"))
                .isEqualTo(2);
        assertThat(player.ask("getComputedStyle(doc.querySelector('p')).marginLeft"))
                .isEqualTo("7px");
    }

    @Test
    void whatTheVisitorDidIsThere() {
        Agent agent = new Agent();
        Visit visit = Visit.document(5)
                .at(0, agent.snapshot(page(html("p", text("x")))))
                .at(
                        0,
                        Event.newBuilder()
                                .setViewport(Viewport.newBuilder().setWidth(800).setHeight(600)))
                .at(
                        100,
                        Event.newBuilder()
                                .setPointerPath(PointerPath.newBuilder()
                                        .addAllDx(List.of(10, 5))
                                        .addAllDy(List.of(20, -5))
                                        .addAllDt(List.of(0, 40))))
                .at(
                        200,
                        Event.newBuilder()
                                .setPointerPress(PointerPress.newBuilder()
                                        .setNode(6)
                                        .setX(15)
                                        .setY(15)))
                .at(
                        300,
                        Event.newBuilder()
                                .setNodeScroll(
                                        NodeScroll.newBuilder().setNode(1).setY(40)));

        JsonNode events = JsonMapper.shared().readTree(export(visit, 0, Playback.END));

        assertThat(events.get(0).get("type").asInt()).isEqualTo(4);
        assertThat(events.get(1).get("type").asInt()).isEqualTo(2);
        assertThat(events.get(2).toString())
                .isEqualTo("{\"type\":3,\"data\":{\"source\":1,\"positions\":["
                        + "{\"id\":1,\"x\":10,\"y\":20,\"timeOffset\":-40},{\"id\":1,\"x\":15,\"y\":15,\"timeOffset\":0}]},"
                        + "\"timestamp\":" + (Visit.START + 140) + "}");
        assertThat(events.get(3).get("data").toString())
                .isEqualTo("{\"source\":2,\"type\":2,\"id\":6,\"x\":15,\"y\":15}");
        assertThat(events.get(4).get("data").toString()).isEqualTo("{\"source\":3,\"id\":1,\"x\":0,\"y\":40}");
    }

    @Test
    void onePageAfterTheOtherBeginsAnew() {
        Visit first = Visit.document(5).at(0, new Agent().snapshot(page(html("p", text("first")))));
        Visit second = Visit.document(6, 2_000).at(2_000, new Agent().snapshot(page(html("p", text("second")))));
        String json = export(Playback.END, first, second);

        List<Integer> types = new ArrayList<>();
        JsonMapper.shared()
                .readTree(json)
                .forEach(event -> types.add(event.get("type").asInt()));
        assertThat(types).containsExactly(4, 2, 4, 2);
        RrwebPlayer player = new RrwebPlayer(browser, json);
        assertThat(player.at(1_000).outline()).contains("first");
        assertThat(player.at(2_500).outline()).contains("second").doesNotContain("first");
    }

    @Test
    void aSessionWithoutAPictureIsAnEmptyArray() {
        assertThat(export(Visit.document(5), 0, Playback.END)).isEqualTo("[]");
    }

    private static String export(Visit visit, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Playback.of(null, Visit.playback(visit)).writeRrweb(from, to, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String export(long to, Visit... visits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Playback.of(null, Visit.playback(visits)).writeRrweb(0, to, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In the words of {@link RrwebPlayer#outline}. */
    private static String outline(Page page) {
        List<String> lines = new ArrayList<>();
        Node root = page.root();
        if (root != null) {
            outline(root, 0, lines);
        }
        return String.join("\n", lines);
    }

    private static void outline(Node node, int depth, List<String> lines) {
        String pad = " ".repeat(depth);
        switch (node.kind()) {
            case TEXT -> lines.add(pad + '"' + node.value() + '"');
            case COMMENT -> lines.add(pad + "<!---->");
            case HTML -> {
                List<String> attributes = new ArrayList<>();
                node.eachAttribute((name, value) -> attributes.add(" " + name + "=" + value));
                attributes.sort(null);
                lines.add(pad + "<" + node.name() + String.join("", attributes) + ">");
            }
            default -> {}
        }
        Node inner = node.inner();
        if (inner != null && inner.kind() == Kind.SHADOW_ROOT) {
            lines.add(pad + " #shadow");
            children(inner, depth + 2, lines);
        }
        children(node, depth + 1, lines);
    }

    private static void children(Node node, int depth, List<String> lines) {
        for (Node child = node.first(); child != null; child = child.next()) {
            outline(child, depth, lines);
        }
    }
}
