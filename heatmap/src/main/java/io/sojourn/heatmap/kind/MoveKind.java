package io.sojourn.heatmap.kind;

/** Where the mouse came to rest. Fingers do not rest, so in practice this is a map of desktops. */
final class MoveKind implements PointKind {
    @Override
    public String key() {
        return "move";
    }

    @Override
    public Marks marks() {
        return new Marks.Rests();
    }

    @Override
    public Unit unit() {
        return Unit.RESTS;
    }
}
