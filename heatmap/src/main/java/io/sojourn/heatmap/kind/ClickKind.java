package io.sojourn.heatmap.kind;

/** Every click. */
final class ClickKind implements PointKind {
    @Override
    public String key() {
        return "click";
    }

    @Override
    public Marks marks() {
        return new Marks.Clicks(false);
    }

    @Override
    public Unit unit() {
        return Unit.CLICKS;
    }
}
