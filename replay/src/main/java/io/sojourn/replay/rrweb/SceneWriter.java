package io.sojourn.replay.rrweb;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.NodeScroll;
import io.sojourn.eventlog.wire.PointerPath;
import io.sojourn.eventlog.wire.PointerPress;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.OpApplier;
import io.sojourn.replay.dom.Page;
import io.sojourn.replay.dom.ProgramRefused;
import io.sojourn.replay.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes one scene: the picture it opens with, then what happened. Events come as the tape plays. */
final class SceneWriter implements Tape.Viewer {
    private final RrwebScene scene;
    private final OpApplier applier = new OpApplier(new Page());
    private final EventJson events;
    private final MutationJson mutations;
    private final SheetJson sheets;
    private boolean begun;
    private int width;
    private int height;
    private int scrolledX;
    private int scrolledY;

    SceneWriter(JsonGenerator json, RrwebScene scene) {
        this.scene = scene;
        this.width = scene.width();
        this.height = scene.height();
        this.events = new EventJson(json);
        this.mutations = new MutationJson(json);
        this.sheets = new SheetJson(applier.page(), json);
    }

    void write() {
        scene.tape().play(scene.from(), scene.until(), this);
        begin(scene.from());
    }

    @Override
    public void changed(int at, List<Op> ops) {
        if (at > scene.from()) {
            begin(scene.from());
        }
        boolean anew = ops.stream().anyMatch(op -> op instanceof Op.Reset);
        if (!begun || anew) {
            begun = false;
            ops.forEach(this::apply);
            if (at > scene.from()) {
                begin(at);
            }
            return;
        }
        Mutation mutation = new Mutation(applier.page());
        List<Op> rules = new ArrayList<>();
        for (Op op : ops) {
            mutation.watch(op);
            apply(op);
            rules.add(op);
        }
        mutations.write(epoch(at), mutation);
        rules.stream().filter(op -> isNews(op, mutation)).forEach(op -> sheets.changed(epoch(at), op));
    }

    /** A rule changed in a sheet that has just been told whole is no news. */
    private boolean isNews(Op op, Mutation mutation) {
        int owner = op instanceof Op.RuleInsert insert
                ? insert.owner().node()
                : op instanceof Op.RuleDelete delete ? delete.owner().node() : 0;
        Node node = applier.page().find(owner);
        return owner == 0 || node != null && mutation.wasThere(node) && !mutation.retells(node);
    }

    @Override
    public void happened(Event event) {
        if (event.getAt() > scene.from()) {
            begin(scene.from());
        }
        see(event);
        if (begun) {
            tell(epoch(event.getAt()), event);
        }
    }

    private void see(Event event) {
        if (event.hasViewport()) {
            width = event.getViewport().getWidth();
            height = event.getViewport().getHeight();
        } else if (event.hasNodeScroll()) {
            NodeScroll scroll = event.getNodeScroll();
            if (scroll.getNode() == Page.ROOT) {
                scrolledX = scroll.getX();
                scrolledY = scroll.getY();
            }
        }
    }

    private void tell(long at, Event event) {
        switch (event.getKindCase()) {
            case VIEWPORT -> events.viewport(at, width, height);
            case NODE_SCROLL ->
                events.scroll(
                        at,
                        event.getNodeScroll().getNode(),
                        event.getNodeScroll().getX(),
                        event.getNodeScroll().getY());
            case POINTER_PATH -> path(at, event.getPointerPath());
            case POINTER_PRESS -> press(at, event.getPointerPress());
            default -> {}
        }
    }

    private void press(long at, PointerPress press) {
        events.click(at, press.getNode() == 0 ? Page.ROOT : press.getNode(), press.getX(), press.getY());
    }

    private void path(long at, PointerPath path) {
        int count = Math.min(path.getDtCount(), Math.min(path.getDxCount(), path.getDyCount()));
        List<int[]> steps = new ArrayList<>(count);
        int x = 0;
        int y = 0;
        int ms = 0;
        for (int i = 0; i < count; i++) {
            x += path.getDx(i);
            y += path.getDy(i);
            ms += path.getDt(i);
            steps.add(new int[] {x, y, ms});
        }
        if (count > 0) {
            events.pointer(at, count, steps::get);
        }
    }

    /** Opens the scene with the picture as it stands; once, and not before there is one. */
    private void begin(int at) {
        Node root = applier.page().root();
        if (begun || root == null) {
            return;
        }
        begun = true;
        long epoch = epoch(Math.max(at, scene.from()));
        events.meta(epoch, scene.url(), width, height);
        events.fullSnapshot(epoch, root, scrolledX, scrolledY);
        Mutation.framesIn(root).forEach(frame -> events.frame(epoch, frame));
        sheets.all(epoch);
    }

    private void apply(Op op) {
        try {
            applier.apply(op);
        } catch (ProgramRefused wentWellWhenTaped) {
            throw new IllegalStateException("a tape holds an operation over its bounds", wentWellWhenTaped);
        }
    }

    private long epoch(int at) {
        return scene.startedAt() + at;
    }
}
