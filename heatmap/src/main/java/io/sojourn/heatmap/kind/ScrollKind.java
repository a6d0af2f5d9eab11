package io.sojourn.heatmap.kind;

/** How far down the page people got. */
final class ScrollKind implements BandKind {
    @Override
    public String key() {
        return "scroll";
    }

    @Override
    public Bands bands() {
        return Bands.REACH;
    }
}
