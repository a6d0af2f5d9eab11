package io.sojourn.replay.dom;

import static io.sojourn.replay.script.Tree.content;
import static io.sojourn.replay.script.Tree.document;
import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.shadow;
import static io.sojourn.replay.script.Tree.svg;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Outline;
import org.junit.jupiter.api.Test;

class OpWriterTest {
    private final OpApplier page = new OpApplier(new Page());

    @Test
    void aKeyframeSaysTheSamePageWithTheSameIds() throws Exception {
        Agent agent = new Agent()
                .snapshot(page(
                        html("x-card", shadow(html("slot")), text("light")),
                        html("template", content(html("b"))),
                        html("iframe", document(html("html", html("body", text("framed"))))),
                        svg("svg", svg("path").with("d", "M0 0"))))
                .insert(4, 0, html("p", text("early")))
                .move(6, 4, 0);
        play(OpReader.Origin.AGENT, page, agent.take());

        assertThat(Outline.of(rewritten())).isEqualTo(Outline.of(page.page()));
    }

    @Test
    void aKeyframeHoldsTheRulesAsTheyAre() throws Exception {
        Agent agent = new Agent()
                .snapshot(page(html("style").with("=css", "a{top:0} b{top:1}")))
                .insertRule(6, 1, "i{top:2}")
                .deleteRule(6, 0)
                .sheet(3, "u{top:3}")
                .insertSheetRule(3, 1, "s{top:4}")
                .adopt(1, 3);
        play(OpReader.Origin.AGENT, page, agent.take());

        Page again = rewritten();
        assertThat(page.skipped()).isZero();
        assertThat(again.find(6)).isNotNull();
        assertThat(Outline.of(again)).contains("=css=i{top:2}\nb{top:1}");
        assertThat(again.sheets()).containsEntry(3, "u{top:3}\ns{top:4}");
        assertThat(again.adopted(1)).containsExactly(3);
    }

    @Test
    void aRuleThatIsNotThereIsSkipped() throws Exception {
        Agent agent = new Agent()
                .snapshot(page(html("style").with("=css", "a{}")))
                .deleteRule(6, 1)
                .insertRule(6, 5, "b{}")
                .insertRule(6, 0, "two{} rules{}")
                .adopt(1, 9);
        play(OpReader.Origin.AGENT, page, agent.take());

        assertThat(page.skipped()).isEqualTo(4);
    }

    private Page rewritten() throws ProgramRefused {
        OpWriter writer = new OpWriter();
        writer.snapshot(page.page());
        OpApplier again = new OpApplier(new Page());
        play(OpReader.Origin.SERVER, again, writer.take());
        assertThat(again.skipped()).isZero();
        return again.page();
    }

    private static void play(OpReader.Origin origin, OpApplier page, DomOps program) throws ProgramRefused {
        for (Op op : new OpReader(origin).read(program)) {
            page.apply(op);
        }
    }
}
