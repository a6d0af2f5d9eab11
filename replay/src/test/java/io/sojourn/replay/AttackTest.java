package io.sojourn.replay;

import static io.sojourn.replay.script.Tree.comment;
import static io.sojourn.replay.script.Tree.content;
import static io.sojourn.replay.script.Tree.document;
import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.math;
import static io.sojourn.replay.script.Tree.shadow;
import static io.sojourn.replay.script.Tree.svg;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Chromium;
import io.sojourn.replay.script.Tree;
import io.sojourn.replay.script.Visit;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor sends whatever a visitor likes. What is shown to a viewer must neither run, nor fetch, nor lead away. */
class AttackTest {
    private static final String EVIL = "https://evil.example/";
    private static final String RUN = "window.top.pwned = true";

    /** Everything at once, in the first snapshot. */
    private static Tree hostilePage() {
        return document(
                Tree.doctype(),
                html(
                        "html",
                        html(
                                "head",
                                html("base").with("href", EVIL).with("target", "_top"),
                                html("meta").with("http-equiv", "refresh").with("content", "0;url=" + EVIL),
                                html("link").with("rel", "stylesheet").with("href", EVIL + "a.css"),
                                html("link")
                                        .with("rel", "preload")
                                        .with("imagesrcset", EVIL + "b 1x")
                                        .with("as", "image"),
                                html("script", text(RUN)).with("src", EVIL + "c.js"),
                                html("style", text("@import '" + EVIL + "d.css';"))
                                        .with("=css", "@import url(" + EVIL + "e.css);"),
                                html("style").with("=css", "</style><script>" + RUN + "</script>"),
                                html("title", text("</title><script>" + RUN + "</script>"), html("script", text(RUN)))),
                        html(
                                "body",
                                html("img").with("src", EVIL + "f.png").with("onerror", RUN),
                                html("img")
                                        .with("src", "data:image/png,x")
                                        .with("onerror", RUN)
                                        .with("OnLoad", RUN),
                                html("img").with("srcset", EVIL + "g.png 1x"),
                                html("a", text("go"))
                                        .with("href", "javascript:" + RUN)
                                        .with("ping", EVIL),
                                html("a", text("go")).with("href", EVIL).with("target", "_top"),
                                html("form", html("button").with("formaction", EVIL))
                                        .with("action", EVIL),
                                html("iframe")
                                        .with("srcdoc", "<script>" + RUN + "</script>")
                                        .with("src", EVIL),
                                html("iframe", document(html("html", html("body", html("script", text(RUN)))))),
                                html("object").with("data", EVIL + "h.svg"),
                                html("embed").with("src", EVIL + "i"),
                                html("video", html("source").with("src", EVIL))
                                        .with("src", EVIL + "j")
                                        .with("poster", EVIL + "k"),
                                html("input")
                                        .with("type", "image")
                                        .with("src", EVIL + "l")
                                        .with("autofocus", "")
                                        .with("onfocus", RUN),
                                html("p", text("x"))
                                        .with("style", "background:url(" + EVIL + "m)")
                                        .with("background", EVIL),
                                svg("svg", svg("script", text(RUN)), svg("style", text("@import '" + EVIL + "n'")))
                                        .with("onload", RUN),
                                svg(
                                        "svg",
                                        svg("use").with("href", EVIL + "o#x"),
                                        svg("image").with("xlink:href", EVIL + "p")),
                                svg(
                                        "svg",
                                        svg(
                                                "a",
                                                svg("set")
                                                        .with("attributeName", "href")
                                                        .with("to", "javascript:" + RUN))),
                                svg(
                                        "svg",
                                        svg("rect")
                                                .with("fill", "url(" + EVIL + "q#g)")
                                                .with("filter", "url('" + EVIL + "r')")),
                                math("math", math("mtext", html("style", text("<img src=x onerror='" + RUN + "'>")))),
                                math(
                                        "math",
                                        math("maction")
                                                .with("actiontype", "statusline")
                                                .with("href", "javascript:" + RUN)),
                                html("noscript", text("</noscript><img src=x onerror='" + RUN + "'>")),
                                html("xmp", text("</xmp><img src=x onerror='" + RUN + "'>")),
                                html("textarea", text("</textarea><img src=x onerror='" + RUN + "'>"))
                                        .with("=value", "</textarea><script>" + RUN),
                                html(
                                        "template",
                                        content(html("img")
                                                .with("src", EVIL + "s")
                                                .with("onerror", RUN))),
                                html("div", shadow(html("script", text(RUN))))
                                        .with("\"><script>" + RUN + "</script>", "x"),
                                html("img src=x onerror=alert(1)", text("x")),
                                comment("--><script>" + RUN + "</script>"),
                                html("portal").with("src", EVIL + "t"))));
    }

    /** The same by later operations, on an innocent page. */
    private static Agent hostileChanges(Agent agent) {
        agent.snapshot(Tree.page(
                html("p", text("x")), html("style", text("a")), html("script"), html("a", text("b")), html("img")));
        return agent.attribute(6, "onclick", RUN)
                .attribute(6, "style", "background:u\\72l(" + EVIL + "1)")
                .attribute(8, "=css", "@import '" + EVIL + "2';")
                .text(9, "@import '" + EVIL + "3'")
                .attribute(10, "src", EVIL + "4")
                .insert(10, 0, text(RUN))
                .move(7, 8, 0)
                .text(7, "@import '" + EVIL + "5'")
                .attribute(11, "href", "java\nscript:" + RUN)
                .attribute(13, "src", EVIL + "6")
                .insertRule(8, 0, "a{background:url(" + EVIL + "7)}")
                .sheet(0, "@import '" + EVIL + "8'; a{background:image-set('" + EVIL + "9' 1x)}")
                .adopt(1, 0)
                .insertSheetRule(0, 0, "b{cursor:url(" + EVIL + "10),auto}")
                .insert(5, 0, html("script", text(RUN)))
                .insert(5, 0, html("iframe").with("srcdoc", "<script>" + RUN + "</script>"));
    }

    private static Playback attacked() {
        Visit visit =
                Visit.document(5).at(0, new Agent().snapshot(hostilePage())).at(1_000, hostileChanges(new Agent()));
        return Playback.of(null, Visit.playback(visit));
    }

    @ParameterizedTest
    @CsvSource({"0", "1000"})
    void theRebuiltPageNeitherRunsNorFetchesNorLeadsAway(long moment) {
        String html = attacked().htmlAt(moment).orElseThrow();

        List<String> requests = new ArrayList<>();
        try (Chromium browser = new Chromium()) {
            Page page = browser.page();
            page.onRequest(request -> requests.add(request.url()));
            page.setContent(html);
            page.evaluate("document.querySelectorAll('a').forEach((e) => e.click?.())");
            assertThat(page.evaluate("window.pwned")).isNull();
            assertThat(page.evaluate(ACTIVE)).isEqualTo("");
            assertThat(page.url()).isEqualTo("about:blank");
        }
        assertThat(requests).allMatch(url -> url.startsWith("data:") || url.startsWith("about:"));
    }

    /** Names every element in the page, its shadow roots and its frames that could still do something. */
    private static final String ACTIVE = """
            () => {
              const found = []
              const look = (root) => root.querySelectorAll('*').forEach((e) => {
                const attributes = [...e.attributes]
                const bad = attributes.filter((a) => /^on|^(href|action|formaction|ping|target|srcset|http-equiv|base)$/i.test(a.name)
                  || a.name === 'src' && !a.value.startsWith('data:image/') || /javascript:/i.test(a.value))
                if (/^(script|object|embed|base|noscript|xmp|portal)$/i.test(e.localName) || bad.length) found.push(e.outerHTML)
                if (e.shadowRoot) look(e.shadowRoot)
                if (e.localName === 'template') look(e.content)
                if (e.localName === 'iframe' && e.srcdoc) look(new DOMParser().parseFromString(e.srcdoc, 'text/html'))
              })
              look(document)
              return found.join('\\n')
            }""";

    @Test
    void nothingActiveIsInWhatAPlayerIsSent() throws Exception {
        byte[] stream = attacked().eventsFrom(5, 0, Playback.END).orElseThrow();

        StringBuilder words = new StringBuilder();
        for (Event event : EventList.parseFrom(stream).getEventsList()) {
            event.getDomOps().getTextList().forEach(word -> words.append(word).append('\n'));
        }
        assertHarmless(words.toString());
    }

    @Test
    void nothingActiveIsInTheExport() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attacked().writeRrweb(0, Playback.END, out);

        StringBuilder words = new StringBuilder();
        JsonMapper.shared().readTree(out.toByteArray()).forEach(event -> {
            if (event.get("type").asInt() != 4) { // the address of the page itself
                collect(event, words);
            }
        });
        assertHarmless(words.toString());
    }

    /** Every name and every text in it, one a line. */
    private static void collect(JsonNode json, StringBuilder words) {
        json.propertyStream()
                .forEach(property -> words.append(property.getKey()).append('\n'));
        json.forEach(value -> collect(value, words));
        if (json.isString()) {
            words.append(json.asString()).append('\n');
        }
    }

    /** Text that is shown as text may say anything; a link's address stays as plain data. */
    private static void assertHarmless(String words) {
        assertThat(words.lines())
                .noneMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("javascript:"))
                .noneMatch(word ->
                        word.matches("(?i)on[a-z]+|href|ping|target|action|formaction|srcset|srcdoc|http-equiv|script"))
                .noneMatch(word -> word.contains("@import") || word.contains("url(h"))
                .noneMatch(word -> word.startsWith(EVIL) && !word.equals(EVIL));
    }
}
