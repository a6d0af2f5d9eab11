package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.NodeScroll;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a picture needs besides the document: the viewport, how far documents are scrolled, where the pointer is. */
final class ScreenState {
    private final Map<Integer, NodeScroll> scrolls = new LinkedHashMap<>();
    private @Nullable Viewport viewport;
    private @Nullable PointerPath pointer;

    void see(Event event) {
        if (event.hasViewport()) {
            viewport = event.getViewport();
        } else if (event.hasNodeScroll()) {
            scrolls.put(event.getNodeScroll().getNode(), event.getNodeScroll());
        } else if (event.hasPointerPath()) {
            pointer = end(event.getPointerPath());
        }
    }

    void forgetScrolls() {
        scrolls.clear();
    }

    /** The same state as events of that moment. Elements remember their own scrolling. */
    List<Event> events(int at, Page page) {
        List<Event> events = new ArrayList<>();
        if (viewport != null) {
            events.add(Event.newBuilder().setAt(at).setViewport(viewport).build());
        }
        for (NodeScroll scroll : scrolls.values()) {
            Node node = page.find(scroll.getNode());
            if (node != null && node.kind() == Kind.DOCUMENT) {
                events.add(Event.newBuilder().setAt(at).setNodeScroll(scroll).build());
            }
        }
        if (pointer != null) {
            events.add(Event.newBuilder().setAt(at).setPointerPath(pointer).build());
        }
        return events;
    }

    private static PointerPath end(PointerPath path) {
        int x = path.getDxList().stream().mapToInt(Integer::intValue).sum();
        int y = path.getDyList().stream().mapToInt(Integer::intValue).sum();
        return PointerPath.newBuilder().addDx(x).addDy(y).addDt(0).build();
    }
}
