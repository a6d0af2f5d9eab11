package io.sojourn.replay;

import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static io.sojourn.replay.script.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.FieldInput;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.Named;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.replay.Contents.Idle;
import io.sojourn.replay.Contents.Mark;
import io.sojourn.replay.Contents.RecordedDocument;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Tree;
import io.sojourn.replay.script.Visit;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    @Test
    void theContentsTellWhatTheVisitorDid() {
        Visit did = Visit.document(5)
                .at(0, pageView("https://shop.example/p/lamp?x=1", "Lamp"))
                .at(1_000, click(1, "Add to cart"))
                .at(1_200, click(2, "Size"))
                .at(
                        3_000,
                        Event.newBuilder()
                                .setClickOutcome(
                                        ClickOutcome.newBuilder().setClick(1).setResponse(Response.NO_RESPONSE)))
                .at(
                        4_000,
                        Event.newBuilder().setFieldInput(FieldInput.newBuilder().setKey("email")))
                .at(
                        20_000,
                        Event.newBuilder()
                                .setNamed(Named.newBuilder().setName("bought").setGoal(true)));

        Contents contents = Playback.of(Visit.analysis(did), null).contents();

        String id = "0000000000000005";
        assertThat(contents.marks())
                .containsExactly(
                        new Mark(0, "page", "Lamp", "/p/lamp", id, false),
                        new Mark(1_000, "click", "Add to cart", "/p/lamp", id, true),
                        new Mark(1_200, "click", "Size", "/p/lamp", id, false),
                        new Mark(4_000, "input", "email", "/p/lamp", id, false),
                        new Mark(20_000, "goal", "bought", "/p/lamp", id, false));
        assertThat(contents.idle()).containsExactly(new Idle(4_000, 20_000));
        assertThat(contents.durationMs()).isEqualTo(20_000);
        assertThat(contents.documents()).isEmpty();
    }

    @Test
    void aMovingPointerIsNotIdle() {
        PointerPath.Builder path = PointerPath.newBuilder();
        for (int i = 0; i < 10; i++) {
            path.addDx(1).addDy(1).addDt(1_000);
        }
        Visit visit = Visit.document(5)
                .at(0, picture("x"))
                .at(1_000, Event.newBuilder().setPointerPath(path))
                .at(12_000, picture("y"));

        assertThat(Playback.of(null, Visit.playback(visit)).contents().idle()).isEmpty();
    }

    @Test
    void aDocumentIsListedWithItsClock() {
        Visit did = Visit.document(5, 300).at(400, pageView("https://shop.example/a", "A"));
        Visit seen = Visit.document(5, 300)
                .at(1_000, picture("x"))
                .at(
                        1_000,
                        Event.newBuilder()
                                .setViewport(Viewport.newBuilder().setWidth(800).setHeight(600)))
                .at(2_000, new Agent().snapshot(page(html("p"))));

        Contents contents =
                Playback.of(Visit.analysis(did), Visit.playback(seen)).contents();

        assertThat(contents.documents())
                .containsExactly(new RecordedDocument(
                        "0000000000000005",
                        "0000000000000007",
                        300,
                        1_000,
                        2_000,
                        "https://shop.example/a",
                        800,
                        600,
                        java.util.List.of(1_000L, 2_000L)));
    }

    @Test
    void theLastPictureStaysUntilTheNextDocument() {
        Playback playback = Playback.of(
                null,
                Visit.playback(
                        Visit.document(5).at(100, picture("first")),
                        Visit.document(6, 5_000).at(5_000, picture("second"))));

        assertThat(playback.htmlAt(0).orElseThrow()).contains("first");
        assertThat(playback.htmlAt(4_999).orElseThrow()).contains("first");
        assertThat(playback.htmlAt(5_000).orElseThrow()).contains("second").doesNotContain("first");
        assertThat(playback.htmlAt(Playback.END).orElseThrow()).contains("second");
    }

    @Test
    void theTabThatTheVisitorTurnsToIsOnTheScreen() {
        Visit left =
                Visit.document(5).at(0, pageView("https://shop.example/a", "A")).at(9_000, shown());
        Visit leftSeen = Visit.document(5).at(0, picture("left tab")).at(7_000, picture("left tab moves by itself"));
        Visit rightSeen = Visit.document(6).at(3_000, picture("right tab"));
        Playback playback = Playback.of(Visit.analysis(left), Visit.playback(leftSeen, rightSeen));

        assertThat(playback.htmlAt(8_000).orElseThrow()).contains("right tab");
        assertThat(playback.htmlAt(9_000).orElseThrow()).contains("left tab moves");
    }

    @Test
    void afterAGapOnlyWhatIsSureIsShownUntilTheNextFullPicture() {
        Agent agent = new Agent();
        Visit visit = Visit.document(5)
                .at(0, agent.snapshot(page(html("p", text("before")))))
                .missing(1_000)
                .at(2_000, agent.insert(4, 0, text("in doubt")))
                .at(3_000, agent.snapshot(page(html("p", text("after")))));
        Playback playback = Playback.of(null, Visit.playback(visit));

        assertThat(playback.htmlAt(2_500).orElseThrow()).contains("before").doesNotContain("in doubt");
        assertThat(playback.htmlAt(3_000).orElseThrow()).contains("after");
        assertThat(playback.contents().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.atMs()).isEqualTo(1_000);
            assertThat(gap.untilMs()).isEqualTo(3_000);
            assertThat(gap.reason()).isEqualTo("missing");
            assertThat(gap.detail()).endsWith(".");
        });
    }

    @Test
    void aRecordingWithoutItsBeginningIsAGapAndNoException() {
        Visit visit = Visit.document(5).at(0, new Agent().remove(4)).at(1_000, new Agent().remove(5));
        Playback playback = Playback.of(null, Visit.playback(visit));

        assertThat(playback.htmlAt(0)).isEmpty();
        assertThat(playback.eventsFrom(5, 0, Playback.END)).isEmpty();
        assertThat(playback.contents().documents()).isEmpty();
        assertThat(playback.contents().gaps()).hasSize(1);
    }

    @Test
    void aRefusedProgramIsAGapWithItsReason() {
        DomOps nonsense = DomOps.newBuilder().addCode(99).build();
        Visit visit = Visit.document(5).at(0, picture("x")).at(1_000, nonsense);

        assertThat(Playback.of(null, Visit.playback(visit)).contents().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.detail()).contains("there is no operation 99"));
    }

    @Test
    void aSessionOfNothingIsEmpty() {
        Playback playback = Playback.of(null, null);

        assertThat(playback.htmlAt(0)).isEmpty();
        assertThat(playback.contents().documents()).isEmpty();
    }

    private static DomOps picture(String words) {
        Tree paragraph = html("p", text(words));
        return new Agent().snapshot(page(paragraph)).take();
    }

    private static Event.Builder pageView(String url, String title) {
        return Event.newBuilder().setPageView(PageView.newBuilder().setUrl(url).setTitle(title));
    }

    private static Event.Builder click(int id, String label) {
        return Event.newBuilder()
                .setClick(Click.newBuilder()
                        .setId(id)
                        .setElement(Element.newBuilder().setLabel(label)));
    }

    private static Event.Builder shown() {
        return Event.newBuilder().setLifecycle(Lifecycle.newBuilder().setState(Lifecycle.State.VISIBLE));
    }
}
