package io.sojourn.replay.imported;

import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.NodeScroll;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.PointerPress;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.replay.imported.Mirror.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a recording made by rrweb and tells it in our language, so that it is kept, made safe and played like any other. What it
 * holds is as hostile as any recording: bounded here, cleaned where every recording is. One use per recording.
 */
public final class RrwebImport {
    /** JSON of a page nests about twice as deep as the page, which may be 1,000 deep. */
    private static final int DEEPEST = 2_200;

    private static final int MOST_EVENTS = 1_000_000;
    private static final int LONGEST_STRING = 16 << 20;
    private static final long LONGEST_VISIT_MS = 24L * 3_600_000;
    private static final int BATCH_BYTES = 512 << 10;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .build();

    private static final int FULL_SNAPSHOT = 2;
    private static final int INCREMENTAL = 3;
    private static final int META = 4;

    private final Programs programs = new Programs();
    private final Mirror mirror = new Mirror();
    private final Trees trees = new Trees(programs, mirror);
    private final Mutations mutations = new Mutations(programs, mirror, trees);
    private final List<Event> playback = new ArrayList<>();
    private final List<Event> analysis = new ArrayList<>();
    private final TreeMap<String, Integer> leftOut = new TreeMap<>();
    private long start;
    private int now;
    private boolean drawn;
    private int width;
    private int height;

    private RrwebImport() {}

    /**
     * @param json an array of rrweb events, or an object with one under {@code events}
     * @throws ImportRefused with a sentence
     * @throws IOException when the stream breaks
     */
    public static ImportedVisit read(InputStream json) throws ImportRefused, IOException {
        try {
            JsonNode whole = JSON.readTree(json.readAllBytes());
            JsonNode events = whole.isArray() ? whole : whole.path("events");
            if (!events.isArray() || events.size() > MOST_EVENTS) {
                throw new ImportRefused("Send a JSON array of rrweb events, at most a million.");
            }
            return new RrwebImport().carryOver(events);
        } catch (JacksonException broken) {
            throw new ImportRefused("This is not the JSON of a recording: " + broken.getOriginalMessage(), broken);
        }
    }

    private ImportedVisit carryOver(JsonNode given) throws ImportRefused {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : given) {
            if (event.path("timestamp").isNumber()) {
                events.add(event);
            } else {
                leaveOut("without a time");
            }
        }
        events.sort(Comparator.comparingLong(RrwebImport::timestamp)); // rrweb's player does so too
        if (events.isEmpty()) {
            throw new ImportRefused("There is no rrweb event in it.");
        }
        start = timestamp(events.get(0));
        for (JsonNode event : events) {
            long at = timestamp(event) - start;
            if (at > LONGEST_VISIT_MS) {
                throw new ImportRefused("The recording lasts longer than a day.");
            }
            now = (int) at;
            take(event);
        }
        if (!drawn) {
            throw new ImportRefused("There is no full snapshot (type 2) in it.");
        }
        return new ImportedVisit(start, now, batches(playback), batches(analysis), given.size(), skipped(), notes());
    }

    private static long timestamp(JsonNode event) {
        return event.path("timestamp").asLong(0);
    }

    private void take(JsonNode event) {
        JsonNode data = event.path("data");
        switch (event.path("type").asInt(-1)) {
            case META -> meta(data);
            case FULL_SNAPSHOT -> fullSnapshot(data);
            case INCREMENTAL -> {
                if (drawn) {
                    incremental(data);
                    flush();
                } else {
                    leaveOut("before the first full snapshot");
                }
            }
            case 0, 1 -> {} // the page was loaded
            default -> leaveOut("custom and plugin events");
        }
    }

    private void meta(JsonNode data) {
        String url = data.path("href").asString("");
        width = Math.max(0, data.path("width").asInt(0));
        height = Math.max(0, data.path("height").asInt(0));
        trees.baseIs(url);
        analysis.add(Event.newBuilder()
                .setAt(now)
                .setPageView(PageView.newBuilder()
                        .setUrl(url)
                        .setViewportWidth(width)
                        .setViewportHeight(height)
                        .setVisible(true)
                        .setRecorded(true))
                .build());
    }

    private void fullSnapshot(JsonNode data) {
        mirror.clear();
        programs.take();
        programs.reset();
        programs.numbers(2, 0, 0);
        Twin document = trees.describe(data.path("node"), null);
        drawn = true;
        flush();
        add(Event.newBuilder().setViewport(Viewport.newBuilder().setWidth(width).setHeight(height)));
        JsonNode offset = data.path("initialOffset");
        scroll(document.ours, offset.path("left").asInt(0), offset.path("top").asInt(0));
    }

    private void incremental(JsonNode data) {
        switch (data.path("source").asInt(-1)) {
            case 0 -> mutations.carryOver(data);
            case 1, 6, 12 -> pointer(data.path("positions"));
            case 2 -> interaction(data);
            case 3 -> {
                Twin twin = mirror.find(data.path("id").asInt(0));
                if (twin != null) {
                    scroll(twin.ours, data.path("x").asInt(0), data.path("y").asInt(0));
                }
            }
            case 4 ->
                add(Event.newBuilder()
                        .setViewport(Viewport.newBuilder()
                                .setWidth(Math.max(0, data.path("width").asInt(0)))
                                .setHeight(Math.max(0, data.path("height").asInt(0)))));
            case 5 -> input(data);
            case 8 -> rules(data);
            case 15 -> adopted(data);
            case 7 -> leaveOut("playing of media");
            case 9 -> leaveOut("drawing on canvases");
            case 10 -> leaveOut("fonts that scripts loaded");
            case 13 -> leaveOut("single declarations of rules");
            case 11, 14 -> {} // console, selection
            default -> leaveOut("of kinds this server does not know");
        }
    }

    private void pointer(JsonNode positions) {
        PointerPath.Builder path = PointerPath.newBuilder();
        int first = 0;
        int x = 0;
        int y = 0;
        int t = 0;
        for (JsonNode position : positions) {
            int at = Math.max(0, now + position.path("timeOffset").asInt(0));
            first = path.getDtCount() == 0 ? at : first;
            t = path.getDtCount() == 0 ? at : t;
            path.addDx(position.path("x").asInt(0) - x)
                    .addDy(position.path("y").asInt(0) - y)
                    .addDt(Math.max(0, at - t));
            x = position.path("x").asInt(0);
            y = position.path("y").asInt(0);
            t = Math.max(t, at);
        }
        if (path.getDtCount() > 0) {
            playback.add(Event.newBuilder().setAt(first).setPointerPath(path).build());
        }
    }

    private void interaction(JsonNode data) {
        int click = 2;
        if (data.path("type").asInt(-1) != click) {
            return;
        }
        Twin twin = mirror.find(data.path("id").asInt(0));
        add(Event.newBuilder()
                .setPointerPress(PointerPress.newBuilder()
                        .setNode(twin == null ? 0 : twin.ours)
                        .setX(data.path("x").asInt(0))
                        .setY(data.path("y").asInt(0))
                        .setPointer(PointerKind.MOUSE)));
    }

    private void scroll(int node, int x, int y) {
        add(Event.newBuilder()
                .setNodeScroll(NodeScroll.newBuilder().setNode(node).setX(x).setY(y)));
    }

    private void input(JsonNode data) {
        Twin field = mirror.find(data.path("id").asInt(0));
        if (field == null) {
            leaveOut("about nodes that are not there");
            return;
        }
        String text = data.path("text").asString("");
        if (field.tag.equals("select")) {
            for (Twin option = field.first; option != null; option = option.next) {
                if (option.tag.equals("option")) {
                    programs.attribute(option.ours, "=selected", text.equals(option.value) ? "1" : null);
                }
            }
            return;
        }
        programs.attribute(field.ours, "=value", text);
        if (field.tag.equals("input")) {
            programs.attribute(field.ours, "=checked", data.path("isChecked").asBoolean(false) ? "1" : null);
        }
    }

    private void rules(JsonNode data) {
        Twin owner = mirror.find(data.path("id").asInt(0));
        int sheet = data.path("styleId").asInt(0);
        if (data.path("replace").isString() || data.path("replaceSync").isString()) {
            programs.numbers(9, sheet);
            programs.word(data.path("replace").asString(data.path("replaceSync").asString("")));
        }
        if (owner == null && sheet == 0) {
            leaveOut("about nodes that are not there");
            return;
        }
        for (JsonNode remove : data.path("removes")) {
            rule(8, owner, sheet, remove.path("index"));
        }
        for (JsonNode add : data.path("adds")) {
            JsonNode index = add.has("index") ? add.path("index") : null;
            if (rule(7, owner, sheet, index)) {
                programs.word(add.path("rule").asString(""));
            }
        }
    }

    /** @param index null for the first place; a list of places leads into a group of rules, which we do not follow */
    private boolean rule(int operation, @Nullable Twin owner, int sheet, @Nullable JsonNode index) {
        if (index != null && !index.isNumber()) {
            leaveOut("rules inside groups of rules");
            return false;
        }
        programs.numbers(operation);
        if (owner == null) {
            programs.numbers(0, sheet);
        } else {
            programs.numbers(owner.ours);
        }
        programs.numbers(index == null ? 0 : Math.max(0, index.asInt()));
        return true;
    }

    private void adopted(JsonNode data) {
        Twin host = mirror.find(data.path("id").asInt(0));
        if (host == null) {
            leaveOut("about nodes that are not there");
            return;
        }
        for (JsonNode style : data.path("styles")) {
            StringBuilder css = new StringBuilder();
            style.path("rules")
                    .forEach(rule -> css.append(rule.path("rule").asString("")).append('\n'));
            programs.numbers(9, Math.max(0, style.path("styleId").asInt(0)));
            programs.word(css.toString());
        }
        Twin root = host.inner != null && !host.tag.isEmpty() ? host.inner : host;
        JsonNode ids = data.path("styleIds");
        programs.numbers(10, root.ours, ids.size());
        ids.forEach(id -> programs.numbers(Math.max(0, id.asInt(0))));
    }

    private void flush() {
        DomOps ops = programs.take();
        if (ops != null) {
            add(Event.newBuilder().setDomOps(ops));
        }
    }

    private void add(Event.Builder event) {
        playback.add(event.setAt(now).build());
    }

    private void leaveOut(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    private int skipped() {
        return mutations.skipped()
                + leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        leftOut.forEach((what, count) -> notes.add("Left out, " + what + ": " + count + "."));
        if (mutations.skipped() > 0) {
            notes.add("Changes whose place is not in the recording: " + mutations.skipped() + ".");
        }
        notes.add("Clicks are shown in the replay; reports do not count them.");
        return notes;
    }

    private static List<EventList> batches(List<Event> events) {
        List<EventList> batches = new ArrayList<>();
        EventList.Builder batch = EventList.newBuilder();
        int bytes = 0;
        for (Event event : events) {
            if (bytes > 0 && bytes + event.getSerializedSize() > BATCH_BYTES) {
                batches.add(batch.build());
                batch = EventList.newBuilder();
                bytes = 0;
            }
            batch.addEvents(event);
            bytes += event.getSerializedSize();
        }
        if (bytes > 0) {
            batches.add(batch.build());
        }
        return batches;
    }
}
