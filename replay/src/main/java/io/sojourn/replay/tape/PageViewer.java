package io.sojourn.replay.tape;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.NodeScroll;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.ProgramRefused;
import java.util.List;

/** Keeps a page as the tape tells it. Scrolling becomes the attributes that a snapshot writes it as. */
final class PageViewer implements Tape.Viewer {
    private final OpApplier page;

    PageViewer(OpApplier page) {
        this.page = page;
    }

    @Override
    public void changed(int at, List<Op> ops) {
        ops.forEach(this::apply);
    }

    @Override
    public void happened(Event event) {
        NodeScroll scroll = event.getNodeScroll();
        Node node = page.page().find(scroll.getNode());
        if (event.hasNodeScroll() && node != null && node.kind().isElement()) {
            apply(new Op.Attribute(scroll.getNode(), "=x", Integer.toString(scroll.getX())));
            apply(new Op.Attribute(scroll.getNode(), "=y", Integer.toString(scroll.getY())));
        }
    }

    private void apply(Op op) {
        try {
            page.apply(op);
        } catch (ProgramRefused wentWellWhenTaped) {
            throw new IllegalStateException("a tape holds an operation over its bounds", wentWellWhenTaped);
        }
    }
}
