package io.sojourn.heatmap.kind;

/** The first click of each page view: where people meant to go. */
final class FirstClickKind implements PointKind {
    @Override
    public String key() {
        return "first-click";
    }

    @Override
    public Marks marks() {
        return new Marks.Clicks(true);
    }

    @Override
    public Unit unit() {
        return Unit.CLICKS;
    }
}
