package io.sojourn.journey.signal;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Clicks in one page view at given ms after it opened, told in any order, and the signals that are found in them. */
final class ClickStory {
    private record Told(int at, Event.Builder event) {}

    private final List<Told> told = new ArrayList<>();
    private int clicks;
    private int latest;

    private ClickStory() {}

    static ClickStory aPage() {
        return new ClickStory();
    }

    static Element element(String selector) {
        return VisitBuilder.element(selector);
    }

    /** Signals are compared without their element: who asks knows it. */
    static Signal rage(int at, int lostMs, int count) {
        return new Signal(Signal.Kind.RAGE, null, at, lostMs, count);
    }

    static Signal dead(int at, int lostMs, int count) {
        return new Signal(Signal.Kind.DEAD, null, at, lostMs, count);
    }

    /** Nothing is known of what these led to. */
    ClickStory clicks(String selector, int... at) {
        for (int each : at) {
            click(each, click -> click.setElement(element(selector)));
        }
        return this;
    }

    ClickStory clicks(String selector, Response response, int... at) {
        return answered(selector, response, 40, at);
    }

    ClickStory unanswered(String selector, int watchedMs, int... at) {
        return answered(selector, Response.NO_RESPONSE, watchedMs, at);
    }

    ClickStory answered(String selector, Response response, int afterMs, int... at) {
        for (int each : at) {
            clicks(selector, each).answers(response, afterMs);
        }
        return this;
    }

    ClickStory click(int at, Consumer<Click.Builder> change) {
        Click.Builder click = Click.newBuilder()
                .setId(++clicks)
                .setElement(element("#pay"))
                .setX(16_000)
                .setY(16_000)
                .setPointer(PointerKind.MOUSE)
                .setDetail(1)
                .setTrusted(true);
        click.getBoxBuilder().setX(100).setY(200).setWidth(160).setHeight(40);
        change.accept(click);
        latest = at;
        told.add(new Told(at, Event.newBuilder().setClick(click)));
        return this;
    }

    /** What the last click led to. */
    ClickStory answers(Response response, int afterMs) {
        ClickOutcome.Builder outcome =
                ClickOutcome.newBuilder().setClick(clicks).setResponse(response).setAfterMs(afterMs);
        told.add(new Told(latest + afterMs, Event.newBuilder().setClickOutcome(outcome)));
        return this;
    }

    ClickStory scrolls(int at, int top) {
        told.add(new Told(at, Event.newBuilder().setScroll(Scroll.newBuilder().setTop(top))));
        return this;
    }

    List<Signal> signals() {
        VisitBuilder visit = aVisit().on("/");
        int now = 0;
        for (Told each : told.stream().sorted(Comparator.comparingInt(Told::at)).toList()) {
            visit.after(Duration.ofMillis(each.at() - now)).analysis(each.event());
            now = each.at();
        }
        Rows rows = new Rows();
        new SignalDerivation().derive(visit.session(), Rules.DEFAULT, rows);
        return rows.signals;
    }

    /** What was added, times as ms after the page opened. */
    private static final class Rows implements FactSink {
        private final List<Signal> signals = new ArrayList<>();

        @Override
        public long page(String path) {
            return path.hashCode();
        }

        @Override
        public long element(long page, Element fingerprint) {
            return fingerprint.hashCode();
        }

        @Override
        public void add(FactTable table, @Nullable Object... row) {
            Signal.Kind kind = Signal.Kind.valueOf(((String) row[0]).toUpperCase(Locale.ROOT));
            signals.add(new Signal(kind, null, (Long) row[3] - NOON, (Long) row[4], (Integer) row[5]));
        }
    }
}
