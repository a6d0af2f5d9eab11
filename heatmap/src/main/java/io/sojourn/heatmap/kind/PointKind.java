package io.sojourn.heatmap.kind;

/** Marks at places inside elements: a map of cells. */
public non-sealed interface PointKind extends HeatKind {
    Marks marks();

    /** What one unit of its numbers is, for whoever reads them: clicks, tenths of a second … */
    Unit unit();

    /** What the numbers of a map count. */
    enum Unit {
        CLICKS,
        /** 100 ms of rest are one */
        RESTS,
        TIMES,
        MILLISECONDS
    }
}
