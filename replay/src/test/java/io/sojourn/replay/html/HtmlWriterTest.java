package io.sojourn.replay.html;

import static io.sojourn.replay.script.Tree.content;
import static io.sojourn.replay.script.Tree.document;
import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.shadow;
import static io.sojourn.replay.script.Tree.svg;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Tree;
import io.sojourn.replay.script.Visit;
import io.sojourn.replay.tape.TapeRecorder;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    @Test
    void aPageIsWrittenAsItStands() {
        assertThat(written(html("p", text("a < b & \"c\"")).with("title", "<\">"), html("br"), html("ul", html("li"))))
                .startsWith("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>")
                .endsWith(
                        "<body><p title=\"&lt;&quot;&gt;\">a &lt; b &amp; &quot;c&quot;</p><br><ul><li></li></ul></body></html>");
    }

    @Test
    void whatFieldsShowBecomesTheirMarkup() {
        assertThat(written(
                        html("input").with("value", "old").with("=value", "new"),
                        html("input").with("type", "radio").with("checked", ""),
                        html("input").with("type", "checkbox").with("=checked", "1"),
                        html("textarea", text("old")).with("=value", "\nnew"),
                        html(
                                "select",
                                html("option", text("a")),
                                html("option", text("b")).with("=selected", "1"))))
                .contains("<input value=\"new\">")
                .contains("<input type=\"radio\">")
                .contains("<input type=\"checkbox\" checked=\"\">")
                .contains("<textarea>\n\nnew</textarea>")
                .contains("<option>a</option><option selected=\"\">b</option>");
    }

    @Test
    void sheetsStandWhereTheirElementsStood() {
        assertThat(written(
                        html("link")
                                .with("rel", "stylesheet")
                                .with("media", "print")
                                .with("=css", "a{top:0}"),
                        html("style", text("old")).with("=css", "b{top:0}")))
                .contains("<style rel=\"stylesheet\" media=\"print\">a{top:0}</style><style>b{top:0}</style>");
    }

    @Test
    void shadowRootsTemplatesAndFramesCarryTheirContent() {
        assertThat(written(
                        html("x-card", shadow(html("slot")), text("light")),
                        html("template", content(html("b"))),
                        html("iframe", document(html("html", html("body", text("\"framed\""))))),
                        svg("svg", svg("path").with("d", "M0 0"))))
                .contains("<x-card><template shadowrootmode=\"open\"><slot></slot></template>light</x-card>")
                .contains("<template><b></b></template>")
                .contains("<iframe sandbox=\"\" srcdoc=\"&lt;html&gt;&lt;body&gt;&amp;quot;framed&amp;quot;")
                .contains("<svg><path d=\"M0 0\"></path></svg>");
    }

    @Test
    void aDialogIsOpenAndWhatIsMissingKeepsItsBox() {
        assertThat(written(
                        html("dialog", text("Sure?")).with("=modal", "1"),
                        html("img")
                                .with("src", "https://shop.example/a.png")
                                .with("=width", "120")
                                .with("=height", "80"),
                        html("div")
                                .with("=blocked", "1")
                                .with("=width", "10")
                                .with("=height", "20")
                                .with("style", "color:red")))
                .contains("<dialog data-sojourn-modal=\"\" open=\"\">Sure?</dialog>")
                .contains("width:120px!important;height:80px!important\" src=\"data:image/svg+xml,")
                .contains("data-sojourn-gap=\"image\"")
                .contains("style=\"color:red;box-sizing:border-box!important;width:10px");
    }

    @Test
    void adoptedSheetsAreWritten() {
        Agent agent = new Agent().snapshot(page(html("x-card", shadow(html("b")))));
        agent.sheet(0, "b{top:0}").adopt(1, 0).adopt(7, 0);

        assertThat(written(agent))
                .contains("<style data-sojourn-adopted>b{top:0}</style></head>")
                .contains("<template shadowrootmode=\"open\"><style data-sojourn-adopted>b{top:0}</style><b>");
    }

    @Test
    void aPageAsDeepAsAllowedIsWritten() {
        Tree deep = text("bottom");
        for (int i = 0; i < 900; i++) {
            deep = html("div", deep);
        }
        assertThat(written(deep)).contains("bottom");
    }

    private static String written(Tree... body) {
        return written(new Agent().snapshot(page(body)));
    }

    private static String written(Agent agent) {
        return HtmlWriter.write(new TapeRecorder(Visit.document(5).at(0, agent).document())
                .record()
                .pageAt(0));
    }
}
