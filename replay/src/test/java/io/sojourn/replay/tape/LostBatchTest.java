package io.sojourn.replay.tape;

import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.RandomVisit;
import io.sojourn.replay.script.Tree;
import io.sojourn.replay.script.Visit;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostBatchTest {
    private final Agent agent = new Agent();
    private final Tree total = text("total: 1");
    private final Tree list = html("ul");
    private final Tree shown = page(html("p", total), list);

    @Test
    void afterALossWhatWasThereBeforeStillChanges() {
        Visit visit = Visit.document(5).at(0, agent.snapshot(shown));
        lost();
        visit.missing(1_000).at(2_000, agent.text(total.id, "total: 2"));

        TapeRecorder recorder = new TapeRecorder(visit.document());
        Tape tape = recorder.record();

        assertThat(value(tape.pageAt(2_000), total.id)).isEqualTo("total: 2");
        assertThat(recorder.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo("missing");
            assertThat(gap.until()).isEqualTo(TapeGap.NEVER);
        });
    }

    @Test
    void nothingIsShownUnderANumberThatOnlyTheAgentKnows() {
        Visit visit = Visit.document(5).at(0, agent.snapshot(shown));
        lost();
        Tree late = html("li", text("late"));
        visit.missing(1_000).at(2_000, agent.insert(list.id, 0, late));
        visit.at(3_000, agent.text(late.children.get(0).id, "later"));
        visit.at(4_000, agent.attribute(list.id, "title", "a new word"));
        visit.at(5_000, agent.attribute(list.id, "lang", "a new word"));

        Page page = new TapeRecorder(visit.document()).record().pageAt(9_000);

        assertThat(page.find(late.id)).isNull();
        assertThat(page.find(list.id).attribute("title")).isEqualTo("a new word");
        assertThat(page.find(list.id).attribute("lang")).as("by a number").isNull();
    }

    @Test
    void theNextFullPictureEndsTheGap() {
        Visit visit = Visit.document(5).at(0, agent.snapshot(shown));
        lost();
        Tree again = text("whole again");
        visit.missing(1_000).at(7_000, agent.snapshot(page(again)));

        TapeRecorder recorder = new TapeRecorder(visit.document());
        Tape tape = recorder.record();

        assertThat(recorder.gaps()).extracting(TapeGap::until).containsExactly(7_000);
        assertThat(value(tape.pageAt(7_000), again.id)).isEqualTo("whole again");
    }

    /** What is shown after a loss was so, at that moment or when it was last seen: nothing is made up. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void afterAnyLossNothingIsShownThatNeverWas(long seed) {
        RandomVisit visit = new RandomVisit(seed, 60, 40);
        Document whole = visit.visit.document();
        Random random = new Random(seed);
        int lost = 5 + random.nextInt(40);
        List<TimedEvent> events = new ArrayList<>(whole.events());
        events.remove(lost);
        Gap gap = new Gap(lost, whole.events().get(lost).at(), Gap.Reason.MISSING, "");
        Document cut = new Document(whole.id(), whole.tab(), whole.startedAt(), events, List.of(gap));
        Tape tape = new TapeRecorder(cut).record();
        Tape truth = new TapeRecorder(whole).record();

        Set<String> everSeen = new HashSet<>();
        for (int second = 0; second < 60; second++) {
            truth.pageAt(second * 1_000).root().eachInSubtree(node -> everSeen.add(said(node)));
            if (second < lost) {
                continue;
            }
            List<String> shownNow = new ArrayList<>();
            tape.pageAt(second * 1_000).root().eachInSubtree(node -> shownNow.add(said(node)));
            assertThat(everSeen).as("second " + second).containsAll(shownNow);
        }
    }

    private static String said(Node node) {
        StringBuilder said = new StringBuilder(node.id() + " " + node.name() + " " + node.value());
        node.eachAttribute((name, value) -> {
            if (name.equals("title")) {
                said.append(' ').append(value);
            }
        });
        return said.toString();
    }

    /** A program that never arrives: it numbers nodes and words. */
    private DomOps lost() {
        return agent.insert(list.id, 0, html("li", text("lost")))
                .attribute(list.id, "class", "lost-word")
                .take();
    }

    private static String value(Page page, int node) {
        return page.find(node).value();
    }
}
