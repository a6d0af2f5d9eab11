package io.sojourn.replay.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.replay.Playback;
import io.sojourn.replay.script.RandomVisit;
import io.sojourn.replay.script.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RrwebImportTest {
    private static final String PAGE = """
            {"type": 4, "timestamp": 1000, "data": {"href": "https://shop.example/a", "width": 800, "height": 600}},
            {"type": 2, "timestamp": 1000, "data": {"initialOffset": {"left": 0, "top": 40}, "node": {"type": 0, "id": 1, "childNodes": [
              {"type": 1, "id": 2, "name": "html", "publicId": "", "systemId": ""},
              {"type": 2, "id": 3, "tagName": "html", "attributes": {}, "childNodes": [
                {"type": 2, "id": 4, "tagName": "head", "attributes": {}, "childNodes": [
                  {"type": 2, "id": 5, "tagName": "style", "attributes": {"_cssText": "p { color: red; }"}, "childNodes": [
                    {"type": 3, "id": 6, "textContent": ""}]}]},
                {"type": 2, "id": 7, "tagName": "body", "attributes": {"style": "color: blue; top: 1px;"}, "childNodes": [
                  {"type": 2, "id": 8, "tagName": "p", "attributes": {"class": "a"}, "childNodes": [{"type": 3, "id": 9, "textContent": "one"}]},
                  {"type": 2, "id": 10, "tagName": "input", "attributes": {"type": "text", "value": "***"}, "childNodes": []},
                  {"type": 2, "id": 11, "tagName": "x-card", "isShadowHost": true, "attributes": {}, "childNodes": [
                    {"type": 2, "id": 12, "tagName": "b", "isShadow": true, "attributes": {}, "childNodes": []}]}]}]}]}}}
            """;

    /** What our own export says of a page is read back as the same page, move by move. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasExportedAndImportedShowsTheSame(long seed) throws Exception {
        Playback ours = Playback.of(null, Visit.playback(new RandomVisit(seed, 60, 40).visit));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ours.writeRrweb(0, Playback.END, json);

        ImportedVisit read = RrwebImport.read(new ByteArrayInputStream(json.toByteArray()));
        Playback theirs = played(read);

        assertThat(read.skipped()).isZero();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            long moment = random.nextInt(60_000);
            assertThat(theirs.htmlAt(moment)).as("at " + moment).isEqualTo(ours.htmlAt(moment));
        }
    }

    @Test
    void aSnapshotIsDrawnWithItsSheetsFieldsAndShadows() throws Exception {
        assertThat(html(PAGE, Playback.END))
                .contains("<p class=\"a\">one</p>")
                .contains("p { color: red; }")
                .contains("value=\"***\"")
                .contains("<template shadowrootmode=\"open\"><b></b></template>");
    }

    @Test
    void mutationsAreCarriedOverInWhateverOrderTheyCome() throws Exception {
        String mutation = """
                , {"type": 3, "timestamp": 3000, "data": {"source": 0,
                  "removes": [{"parentId": 7, "id": 8}],
                  "adds": [
                    {"parentId": 21, "nextId": null, "node": {"type": 3, "id": 22, "textContent": "inner"}},
                    {"parentId": 7, "nextId": 20, "node": {"type": 2, "id": 21, "tagName": "i", "attributes": {}, "childNodes": []}},
                    {"parentId": 7, "nextId": 10, "node": {"type": 2, "id": 20, "tagName": "u", "attributes": {}, "childNodes": []}},
                    {"parentId": 11, "nextId": null, "node": {"type": 2, "id": 23, "tagName": "s", "isShadow": true, "attributes": {}, "childNodes": []}}],
                  "texts": [], "attributes": [{"id": 7, "attributes": {"style": {"color": ["green", "important"], "top": false}, "title": "x"}}]}}
                """;
        assertThat(html(PAGE + mutation, 1_999)).contains("one");
        assertThat(html(PAGE + mutation, Playback.END))
                .doesNotContain("one")
                .contains("<i>inner</i><u></u><input")
                .contains("<b></b><s></s></template>")
                .contains("style=\"color: green !important;\"")
                .contains("title=\"x\"");
    }

    @Test
    void fieldsRulesPointerAndViewportAreCarriedOver() throws Exception {
        String more = """
                , {"type": 3, "timestamp": 2000, "data": {"source": 5, "id": 10, "text": "****", "isChecked": false}}
                , {"type": 3, "timestamp": 2500, "data": {"source": 8, "id": 5, "adds": [{"rule": "b { top: 0 }", "index": 0}]}}
                , {"type": 3, "timestamp": 3000, "data": {"source": 1, "positions": [{"x": 5, "y": 6, "id": 8, "timeOffset": -400}, {"x": 9, "y": 6, "id": 8, "timeOffset": 0}]}}
                , {"type": 3, "timestamp": 3100, "data": {"source": 2, "type": 2, "id": 8, "x": 9, "y": 6}}
                , {"type": 3, "timestamp": 3200, "data": {"source": 4, "width": 500, "height": 400}}
                , {"type": 3, "timestamp": 3300, "data": {"source": 9, "id": 8}}
                """;
        ImportedVisit visit = read(PAGE + more);
        assertThat(played(visit).htmlAt(Playback.END).orElseThrow())
                .contains("value=\"****\"")
                .contains("b { top: 0 }\np { color: red; }");
        assertThat(visit.playback().get(0).getEventsList().stream().filter(Event::hasPointerPath))
                .singleElement()
                .satisfies(path -> assertThat(path.getAt()).isEqualTo(1_600));
        assertThat(visit.playback().get(0).getEventsList().stream().filter(Event::hasViewport))
                .hasSize(2);
        assertThat(visit.skipped()).isEqualTo(1);
        assertThat(visit.notes()).anyMatch(note -> note.contains("canvases"));
    }

    @Test
    void whatARecordingWouldRunIsCleanedAsInAnyOther() throws Exception {
        String evil = PAGE.replace(
                        "\"class\": \"a\"",
                        "\"onclick\": \"alert(1)\", \"style\": \"background: url(https://evil.example/x)\"")
                .replace("\"tagName\": \"x-card\"", "\"tagName\": \"script\"");
        assertThat(html(evil, Playback.END))
                .doesNotContain("alert")
                .doesNotContain("evil")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "[1, null, \"x\"]",
                "[{\"type\": 2, \"timestamp\": 1}",
                "nonsense",
                "[{\"type\": 3, \"timestamp\": 5, \"data\": {\"source\": 0}}]",
                "[{\"type\": 2, \"timestamp\": 0, \"data\": {}}, {\"type\": 3, \"timestamp\": 99999999999, \"data\": {}}]"
            })
    void whatIsNoRecordingIsRefusedWithASentence(String body) {
        assertThatThrownBy(() -> RrwebImport.read(stream(body)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageMatching("(?s).+");
    }

    @Test
    void brokenPartsNeverBreakTheRest() throws Exception {
        Random random = new Random(3);
        String whole = "[" + PAGE + "]";
        for (int i = 0; i < 300; i++) {
            StringBuilder broken = new StringBuilder(whole);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(broken.length());
                broken.setCharAt(at, "0123456789\"{}[],:nx-".charAt(random.nextInt(20)));
            }
            try {
                played(RrwebImport.read(stream(broken.toString()))).htmlAt(Playback.END);
            } catch (ImportRefused refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    private static ImportedVisit read(String events) throws Exception {
        return RrwebImport.read(stream("[" + events + "]"));
    }

    private static String html(String events, long at) throws Exception {
        return played(read(events)).htmlAt(at).orElseThrow();
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Playback played(ImportedVisit visit) {
        Visit document = Visit.document(5);
        for (EventList list : visit.playback()) {
            list.getEventsList().forEach(event -> document.at(event.getAt(), event.toBuilder()));
        }
        return Playback.of(null, Visit.playback(document));
    }
}
