package io.sojourn.heatmap.kind;

/** What a heatmap can show. Its key is its name on the outside. */
public sealed interface HeatKind permits PointKind, BandKind {
    String key();
}
