package io.sojourn.benchmarks.replay;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.DomOps;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An hour on one page, made up but the same each time: what a recording agent would have written. */
final class LongVisit {
    static final int LASTS_MS = 3_600_000;
    private static final long START = 1_700_000_000_000L;

    private final Random random = new Random(7);
    private final Programs programs = new Programs();
    private final List<TimedEvent> events = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();
    private final List<Integer> elements = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private int table;

    private LongVisit() {}

    /** About 1,700 nodes; twice a second a dozen of numbers and bars change, every five seconds lines come and go. */
    static Session dashboard() {
        LongVisit visit = new LongVisit();
        visit.picture(60, 9);
        for (int at = 500; at < LASTS_MS; at += 500) {
            visit.tick(8, 4);
            if (at % 5_000 == 0) {
                visit.newRows(3, 9);
            }
            visit.add(at, visit.programs.take());
            visit.pointer(at);
        }
        return visit.session();
    }

    /** 65,000 nodes; ten cells change each second, and every twenty seconds three hundred rows change places. */
    static Session table() {
        LongVisit visit = new LongVisit();
        visit.picture(5_000, 6);
        for (int at = 1_000; at < LASTS_MS; at += 1_000) {
            visit.tick(10, 2);
            if (at % 20_000 == 0) {
                visit.sort(300);
            }
            visit.add(at, visit.programs.take());
            visit.pointer(at);
        }
        return visit.session();
    }

    private void picture(int lines, int cells) {
        programs.reset().insert(0, 0).document("https://app.example/");
        programs.open("html");
        programs.open("head");
        programs.open("style", "=css", css());
        programs.close().close();
        programs.open("body", "class", "app dark");
        for (int i = 0; i < 30; i++) {
            elements.add(programs.open("div", "class", "gauge", "style", "width: " + i + "%"));
            texts.add(programs.text("Gauge " + i));
            programs.close();
        }
        table = programs.open("tbody");
        for (int line = 0; line < lines; line++) {
            rows.add(row(line, cells));
        }
        programs.close().close().close().close();
        add(0, programs.take());
        add(
                0,
                Event.newBuilder()
                        .setViewport(Viewport.newBuilder().setWidth(1280).setHeight(800)));
    }

    private int row(int line, int cells) {
        int row = programs.open("tr", "class", line % 2 == 0 ? "even" : "odd");
        for (int cell = 0; cell < cells; cell++) {
            elements.add(programs.open("td", "class", "c" + cell, "data-row", "row-" + line));
            texts.add(programs.text(words()));
            programs.close();
        }
        programs.close();
        return row;
    }

    private void tick(int changedTexts, int changedElements) {
        for (int i = 0; i < changedTexts; i++) {
            programs.change(texts.get(random.nextInt(texts.size())), words());
        }
        for (int i = 0; i < changedElements; i++) {
            int element = elements.get(random.nextInt(elements.size()));
            programs.attribute(element, "style", "width: " + random.nextInt(10_000) / 100.0 + "%");
        }
    }

    private void newRows(int count, int cells) {
        for (int i = 0; i < count; i++) {
            programs.remove(rows.remove(rows.size() - 1));
        }
        for (int i = 0; i < count; i++) {
            programs.insert(table, 0);
            rows.add(0, row(random.nextInt(1_000), cells));
        }
    }

    private void sort(int count) {
        for (int i = 0; i < count; i++) {
            int row = rows.remove(random.nextInt(rows.size()));
            int place = random.nextInt(rows.size());
            programs.move(row, table, rows.get(place));
            rows.add(place + 1, row);
        }
    }

    private void pointer(int at) {
        PointerPath.Builder path = PointerPath.newBuilder();
        path.addDx(random.nextInt(1_200)).addDy(random.nextInt(700)).addDt(0);
        for (int i = 0; i < 8; i++) {
            path.addDx(random.nextInt(30) - 15).addDy(random.nextInt(30) - 15).addDt(50);
        }
        add(at, Event.newBuilder().setPointerPath(path));
    }

    private String words() {
        return random.nextInt(100_000) / 100.0 + " units of " + (char) ('A' + random.nextInt(26)) + random.nextInt(300);
    }

    private String css() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            css.append(".r")
                    .append(i)
                    .append(" { margin: ")
                    .append(i)
                    .append("px; color: rgb(1, 2, ")
                    .append(i % 256)
                    .append("); }\n");
        }
        return css.toString();
    }

    private void add(int at, DomOps ops) {
        add(at, Event.newBuilder().setDomOps(ops));
    }

    private void add(int at, Event.Builder event) {
        events.add(new TimedEvent(START + at, event.setAt(at).build()));
    }

    private Session session() {
        Document document = new Document(5, 7, START, events, List.of());
        Client client = new Client(Device.DESKTOP, "Firefox", "Linux", "en", "", false);
        return new Session(
                1, new Id128(1, 2), Lane.PLAYBACK, null, START, START + LASTS_MS, true, client, List.of(document));
    }
}
