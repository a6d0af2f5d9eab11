package io.sojourn.heatmap.kind;

/** Shares of the page's height: a map of bands. */
public non-sealed interface BandKind extends HeatKind {
    Bands bands();

    enum Bands {
        REACH,
        ATTENTION
    }
}
