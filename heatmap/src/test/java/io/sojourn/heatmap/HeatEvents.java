package io.sojourn.heatmap;

import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Hover;
import io.sojourn.eventlog.wire.Overlay;
import io.sojourn.eventlog.wire.PointerRest;
import io.sojourn.eventlog.wire.Scroll;
import io.sojourn.sessions.testing.VisitBuilder;

/** Events that only heatmaps read, in the page of {@link VisitBuilder}: 1280 by 800 px, 3000 px tall. */
final class HeatEvents {
    private HeatEvents() {}

    static Event.Builder rest(String selector, int ms) {
        return Event.newBuilder()
                .setPointerRest(PointerRest.newBuilder()
                        .setElement(VisitBuilder.element(selector))
                        .setX(8_000)
                        .setY(8_000)
                        .setMs(ms)
                        .setBox(Box.newBuilder()
                                .setX(100)
                                .setY(200)
                                .setWidth(160)
                                .setHeight(40)));
    }

    static Event.Builder hover(String selector, int ms) {
        return Event.newBuilder()
                .setHover(Hover.newBuilder()
                        .setElement(VisitBuilder.element(selector))
                        .setMs(ms));
    }

    static Event.Builder opens(String selector) {
        return overlay(VisitBuilder.element(selector), true);
    }

    static Event.Builder closes(String selector) {
        return overlay(VisitBuilder.element(selector), false);
    }

    private static Event.Builder overlay(Element element, boolean open) {
        return Event.newBuilder()
                .setOverlay(
                        Overlay.newBuilder().setElement(element).setOpen(open).setSharePercent(40));
    }

    static Event.Builder scroll(int top, int document, int engagedMs) {
        return Event.newBuilder()
                .setScroll(Scroll.newBuilder()
                        .setTop(top)
                        .setViewportHeight(800)
                        .setDocumentHeight(document)
                        .setDeepest(top + 800)
                        .setEngagedMs(engagedMs));
    }
}
